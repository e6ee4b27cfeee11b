/** Deliveries that were given up, by reason. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { byReason, type Parked, reasonWords } from "./parked-words";

function parked(
  space: string,
  channel: Parked["channel"],
  reason: string,
  to: Parked["to"] = "young_person",
): Parked {
  return {
    id: `${space}${channel}${reason}${to}`,
    space,
    to,
    kind: "review",
    channel,
    due: "",
    tries: 3,
    reason,
  };
}

test("people are counted once for each reason, and the reason with most people comes first", () => {
  const found = byReason([
    parked("a", "text", "wrong-address"),
    parked("b", "push", "service-error"),
    parked("b", "push", "service-error", "adviser"),
    parked("b", "push", "service-error"),
  ]);
  assert.deepEqual(found, [
    { reason: "service-error", channel: "push", people: 2, notices: 3 },
    { reason: "wrong-address", channel: "text", people: 1, notices: 1 },
  ]);
});

test("a wrong number is not a wrong address, and what nobody knows is said so", () => {
  const said = ([channel, reason]: ["text" | "email", string]) => reasonWords(reason, channel).what;
  const all = [
    ["text", "wrong-address"],
    ["email", "wrong-address"],
    ["text", "new"],
  ] as const;
  assert.equal(new Set(all.map(([channel, reason]) => said([channel, reason]))).size, 3);
});
