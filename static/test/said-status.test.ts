/** The status that review dates are reckoned by: the council's record, else the check that is shared, else the age alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ShownDate } from "../src/data/dates-view";
import type {
  Condition,
  Operation,
  OperationKind,
  Review,
  SharedCheckRow,
  SharedResult,
  StatusRecordRow,
} from "../src/data/types";
import type { StatusResult } from "../src/features/check/rules/types";
import { saidStatuses } from "../src/features/dates/said-status";
import { standingOf } from "../src/features/dates/standing";

const TODAY = "2026-11-22";

const op = (kind: OperationKind, minute: number, body: Record<string, unknown>) =>
  ({ id: `op-${minute}`, space: "s", kind, made_at: `2026-11-22T09:0${minute}:00.000Z`, body }) as Operation;

const record = (status: string, minute: number, id = `record-${minute}`): StatusRecordRow => ({
  ...{ id, status, since: "2026-01-01", source: "file", by: "Sam" },
  ...{ at: `2026-11-22T08:0${minute}:00.000Z`, disagreed: null },
});

const result = (possible: string[], changes: string[] = []): SharedResult => ({
  ...{ entitlements: [], made_on: "2026-11-01" },
  status: { possible, changes: changes.map((on) => ({ on })) } as StatusResult,
});

const check = (...given: Parameters<typeof result>): SharedCheckRow => ({
  ...{ id: "check", at: "2026-11-22T08:59:00.000Z", result: result(...given) },
});

test("the newest record of the council counts, whatever the young person shares", () => {
  const records = [record("relevant", 5), record("frc", 9), record("eligible", 1)];
  assert.deepEqual(saidStatuses(records, [check(["qualifying"])], [], TODAY), ["frc"]);
  const low = record("relevant", 3, "a");
  assert.deepEqual(saidStatuses([record("frc", 3, "b"), low], [], [], TODAY), ["frc"]);
});

test("a record that waits on the adviser's device counts there already, and the disagreement changes nothing", () => {
  const waiting = [op("status.record", 1, { status: "qualifying" })];
  assert.deepEqual(saidStatuses([record("frc", 9)], [], waiting, TODAY), ["qualifying"]);
  const said = op("status.disagree", 2, { record: "record-9", words: "No." });
  assert.deepEqual(saidStatuses([record("frc", 9)], [], [said], TODAY), ["frc"]);
});

test("without a record the shared check counts, with all that it leaves open, until it is taken back", () => {
  assert.equal(saidStatuses([], [], [], TODAY), null);
  assert.deepEqual(saidStatuses([], [check(["frc", "qualifying"])], [], TODAY), ["frc", "qualifying"]);
  const shared = op("check.share", 1, { result: result(["relevant"]) });
  assert.deepEqual(saidStatuses([], [check(["frc"])], [shared], TODAY), ["relevant"]);
  assert.equal(
    saidStatuses([], [check(["frc"])], [shared, op("check.share", 2, { result: null })], TODAY),
    null,
  );
});

test("a shared check says no more once a day has come on which it foresaw a change", () => {
  const said = (on: string) => saidStatuses([], [check(["looked_after"], [on, "2028-05-04"])], [], TODAY);
  assert.deepEqual(said("2026-11-23"), ["looked_after"]);
  assert.equal(said("2026-11-22"), null);
});

const review = (who: Condition) =>
  ({
    id: "review",
    who,
    every: { months: 6 },
    limit: { months: 6, text: "" },
    kind: "law",
  }) as unknown as Review;
const IN_CARE = review({ status_any: ["looked_after", "eligible"] });
const LEFT = review({
  any: [{ status_any: ["eligible", "relevant"] }, { status_any: ["frc"], age_max: 20 }],
});
const HELD = { id: "d", kind: "review", state: "held", day: "2026-01-10" } as ShownDate;

/** Whether the next one is late for somebody of an age on 22 November 2026. */
const late = (kind: Review, age: number, statuses: string[] | null) =>
  standingOf(kind, { all: [HELD], birthday: `${2026 - age}-01-10`, statuses }, TODAY).late;

test("nothing is late that is not for a person of the status that was said", () => {
  assert.deepEqual([late(LEFT, 17, ["relevant"]), late(IN_CARE, 17, ["relevant"])], [true, false]);
  assert.deepEqual([late(LEFT, 17, ["looked_after"]), late(IN_CARE, 17, ["looked_after"])], [false, true]);
  assert.deepEqual([late(LEFT, 19, ["frc"]), late(LEFT, 19, ["qualifying"])], [true, false]);
  assert.equal(late(LEFT, 21, ["frc"]), false);
});

test("while it is open, or nobody has said, only the age leaves a kind out", () => {
  for (const statuses of [null, ["unknown"]])
    assert.deepEqual([late(LEFT, 17, statuses), late(IN_CARE, 17, statuses)], [true, true]);
  for (const statuses of [null, ["unknown"], ["frc", "qualifying"]])
    assert.deepEqual([late(LEFT, 19, statuses), late(IN_CARE, 19, statuses)], [true, false]);
});

test("what was said of a child says at 18 only that they were one", () => {
  for (const status of ["looked_after", "eligible", "relevant"])
    assert.deepEqual([late(LEFT, 18, [status]), late(IN_CARE, 18, [status])], [true, false], status);
  assert.deepEqual(
    [late(LEFT, 18, ["relevant", "qualifying"]), late(LEFT, 18, ["qualifying"])],
    [true, false],
  );
});
