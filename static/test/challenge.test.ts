/** The dates of a complaint, and which letter belongs to which way of challenging. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Challenge, ChallengeStep } from "../src/data/types";
import { protestOf } from "../src/features/asks/challenge";
import { plan } from "../src/features/asks/challenge-days";

const step = (id: string, acts: ChallengeStep["acts"], more: Partial<ChallengeStep> = {}): ChallengeStep => ({
  ...{ id, acts, title: id, text: "", within: null, longest: null, counted_from: null },
  ...more,
});

const COUNTED = { counted_from: "complaint" } as const;
const WAY = {
  id: "childrens-services",
  steps: [
    step("ask-why", "you"),
    step("stage-1", "you", { within: { months: 12 }, counted_from: "decision" }),
    step("stage-1-answer", "them", {
      within: { working_days: 10 },
      longest: { working_days: 20 },
      ...COUNTED,
    }),
    step("stage-2", "you"),
    step("stage-2-answer", "them", {
      within: { working_days: 25 },
      longest: { working_days: 65 },
      ...COUNTED,
    }),
    step("stage-3", "you", { within: { working_days: 20 }, counted_from: "step" }),
    step("meets", "them", { within: { working_days: 30 }, ...COUNTED }),
    step("report", "them", { within: { working_days: 5 }, counted_from: "step" }),
  ],
} as unknown as Challenge;
const HOLIDAYS = ["2026-12-25", "2026-12-28", "2027-01-01"];

const dates = (days: Record<string, string>, decided: string | null = "2026-11-20") =>
  Object.fromEntries(
    plan(WAY, new Map(Object.entries(days)), decided, HOLIDAYS).map((one) => [one.step.id, one]),
  );

test("nothing has a date before its first day is known", () => {
  const planned = dates({});
  assert.equal(planned["stage-1"]?.due?.usual, "2027-11-20");
  assert.deepEqual(
    [planned["stage-1-answer"]?.due, planned["stage-1-answer"]?.waitsFor?.id],
    [null, "stage-1"],
  );
  assert.equal(planned["ask-why"]?.waitsFor, null);
  assert.equal(dates({}, null)["stage-1"]?.due, null);
});

test("the stages are counted from the day of each complaint, with the longest that the law allows", () => {
  const planned = dates({ "stage-1": "2026-11-23", "stage-2": "2026-12-08" });
  assert.deepEqual(planned["stage-1-answer"]?.due, { usual: "2026-12-07", latest: "2026-12-21", sure: true });
  assert.deepEqual(planned["stage-2-answer"]?.due, { usual: "2027-01-15", latest: "2027-03-12", sure: true });
});

test("the person's own time runs only from a real answer; theirs after theirs is expected", () => {
  const before = dates({ "stage-2": "2026-12-08" });
  assert.deepEqual([before["stage-3"]?.due, before["stage-3"]?.waitsFor?.id], [null, "stage-2-answer"]);
  const after = dates({ "stage-2-answer": "2027-01-15", "stage-3": "2027-01-18" });
  assert.equal(after["stage-3"]?.done, "2027-01-18");
  assert.deepEqual(after.meets?.due, { usual: "2027-03-01", latest: null, sure: true });
  assert.deepEqual(after.report?.due, { usual: "2027-03-08", latest: null, sure: false });
  const met = dates({ meets: "2027-02-22" });
  assert.deepEqual(met.report?.due, { usual: "2027-03-01", latest: null, sure: true });
});

test("the letter stands at the step that starts the clock, and says what that step is", () => {
  assert.deepEqual([protestOf(WAY)?.step.id, protestOf(WAY)?.protest], ["stage-1", "stage-1"]);
  const review = [step("ask-why", "you"), step("review", "you"), step("answer", "them", COUNTED)];
  const housing = { id: "housing", steps: review } as unknown as Challenge;
  assert.deepEqual([protestOf(housing)?.step.id, protestOf(housing)?.protest], ["review", "again"]);
  const other = {
    id: "other",
    steps: [step("ask-why", "you"), step("complaint", "you")],
  } as unknown as Challenge;
  assert.equal(protestOf(other)?.protest, "complaint");
  assert.equal(protestOf({ ...other, steps: [step("ask-why", "you")] }), null);
});
