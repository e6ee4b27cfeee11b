/** What the council wrote down and what is shared, with what this phone has not sent yet laid over it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation, OperationKind, StatusRecordRow } from "../../data/types";
import { recordInForce, sharedNow } from "./with-council";

const op = (kind: OperationKind, minute: number, body: Record<string, unknown>): Operation => ({
  ...{ id: `op-${minute}`, space: "s", kind, made_at: `2026-11-22T09:0${minute}:00.000Z`, body },
  ...{ state: "waiting", tries: 0, answered_at: null, problem: null },
});

const record = (id: string, minute: number): StatusRecordRow => ({
  ...{ id, status: "frc", since: "2026-01-01", source: "file", by: "Sam" },
  ...{ at: `2026-11-22T08:0${minute}:00.000Z`, disagreed: null },
});

test("the newest record by its stamp is the one in force", () => {
  assert.equal(recordInForce([], []), null);
  assert.equal(recordInForce([record("a", 5), record("b", 9), record("c", 1)], [])?.id, "b");
});

test("words against a record show before they are sent, and so does taking them back", () => {
  const said = op("status.disagree", 1, { record: "a", words: "No." });
  const shown = recordInForce([record("a", 5)], [said]);
  assert.deepEqual([shown?.disagreed?.words, shown?.waiting], ["No.", true]);
  const back = op("status.disagree", 2, { record: "a", words: "" });
  const known = { ...record("a", 5), disagreed: { words: "No.", at: said.made_at } };
  assert.equal(recordInForce([known], [back])?.disagreed, null);
  assert.equal(
    recordInForce([record("a", 5)], [op("status.disagree", 1, { record: "z", words: "x" })])?.waiting,
    false,
  );
});

test("what was shared last counts, also when it was taken back without a signal", () => {
  const rows = [{ result: { made_on: "2026-11-01" } }];
  assert.deepEqual(sharedNow(rows, []), { made_on: "2026-11-01", waiting: false });
  assert.equal(sharedNow(rows, [op("check.share", 1, { result: null })]), null);
  const again = [
    op("check.share", 1, { result: null }),
    op("check.share", 2, { result: { made_on: "2026-11-22" } }),
  ];
  assert.deepEqual(sharedNow(rows, again), { made_on: "2026-11-22", waiting: true });
  assert.equal(sharedNow([], []), null);
});
