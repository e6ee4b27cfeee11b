/** What the duty list says about requests: how many, how many late, and who comes first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bySpace, mostPressing, type WaitingRequest } from "./waiting";

const TODAY = "2026-11-22";

const asks = (space: string, due: string): WaitingRequest => ({
  ...{ space, due, id: `${space}-${due}` },
  ...{ made_at: "2026-11-09T09:00:00.000Z", state: "asked" },
});

test("requests are counted for each person, with the earliest day", () => {
  const waits = bySpace(
    [asks("leo", "2026-12-04"), asks("jay", "2026-12-01"), asks("leo", "2026-11-30")],
    TODAY,
  );
  assert.deepEqual(waits.get("leo"), { n: 2, late: 0, due: "2026-11-30" });
  assert.equal(waits.get("jay")?.n, 1);
  assert.equal(waits.has("amina"), false);
});

test("on its own day a request is not late; a day after it is", () => {
  assert.equal(bySpace([asks("leo", TODAY)], TODAY).get("leo")?.late, 0);
  assert.equal(bySpace([asks("leo", "2026-11-21")], TODAY).get("leo")?.late, 1);
});

test("who waits longest comes first, and the others keep their order", () => {
  const people = ["amina", "jay", "leo", "zoe"].map((space) => ({ space }));
  const waits = bySpace([asks("leo", "2026-11-20"), asks("jay", "2026-12-01")], TODAY);
  const order = mostPressing(people, waits).map(({ space }) => space);
  assert.deepEqual(order, ["leo", "jay", "amina", "zoe"]);
});
