/** A conversation that came in pages stands in the order of its thread, each row once and as it was last. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { MessageLineRow, MessageRow } from "../../data/messages-types";
import { entriesOf, isLine, type LookPage, readConversation, stampOf } from "./look-rows";

const message = (number: number, body: string | null) =>
  ({ id: `m${number}`, number, body, by: "Leo", files: [] }) as unknown as MessageRow;
const line = (number: number): MessageLineRow => ({
  ...{ id: `l${number}`, number, kind: "away", name: "Kim", about: null },
  at: "2026-11-22T09:00:00.000Z",
});
const page = (seq: number, more: boolean, changes: LookPage["changes"]): LookPage => ({ seq, more, changes });

const PAGES = [
  page(4, true, { messages: [message(1, "one"), message(3, "three")], message_lines: [line(2)] }),
  page(6, false, { messages: [message(1, null), { id: "m3", deleted: true }, message(5, "five")] }),
];

test("the newest state of each row, in the order of the thread", () => {
  const entries = entriesOf(PAGES);
  assert.deepEqual(
    entries.map(({ id }) => id),
    ["m1", "l2", "m5"],
  );
  assert.deepEqual(entries.map(isLine), [false, true, false]);
  assert.equal((entries[0] as MessageRow).body, null);
});

test("an entry stands under its arrival, with the year, and says when it was written if that was clearly earlier", () => {
  const at = (written_at: string, arrived_at: string) =>
    stampOf({ ...message(1, "one"), written_at, arrived_at } as MessageRow);
  assert.equal(
    at("2026-11-20T14:00:00.000Z", "2026-11-23T09:05:00.000Z"),
    "23 November 2026, 09:05 · written 20 Nov, 14:00",
  );
  assert.equal(at("2026-11-23T09:02:00.000Z", "2026-11-23T09:05:00.000Z"), "23 November 2026, 09:05");
  assert.equal(stampOf(line(2)), "22 November 2026, 09:00");
});

test("all pages are asked for, each after the one before and with the same reason", async () => {
  const asked: unknown[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (_address, init) => {
    asked.push(JSON.parse(String(init?.body)));
    return Response.json(PAGES[asked.length - 1]);
  };
  try {
    assert.equal((await readConversation("s", "to help")).length, 3);
  } finally {
    globalThis.fetch = real;
  }
  assert.deepEqual(asked, [
    { reason: "to help", after: 0 },
    { reason: "to help", after: 4 },
  ]);
});
