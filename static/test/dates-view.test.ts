/** Dates, getting ready and what was agreed, as the screens show them: server rows with unsent operations over them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lastHeld, type ShownDate, shownDates } from "../src/data/dates-view";
import { agreementsOf, hasWords, planAnswer, preparations } from "../src/data/ready-view";
import type {
  AgreementRow,
  DateRow,
  DateStepRow,
  Operation,
  OperationKind,
  PreparationRow,
  Review,
} from "../src/data/types";
import { standingOf } from "../src/features/dates/standing";

const ID = "01900000-0000-7000-8000-00000000a001";
const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, "0")}:00.000Z`;

const op = (kind: OperationKind, minute: number, body: Record<string, unknown>, id = `op-${minute}`) =>
  ({
    ...{ id, space: "s", kind, made_at: at(minute), body },
    ...{ state: "waiting", tries: 0, answered_at: null, problem: null },
  }) as Operation;

const ROW: DateRow = {
  ...{ id: ID, seq: 4, kind: "pathway-plan-review", title: "", day: "2026-12-08", time: "16:00" },
  ...{ place: "Town hall", with: "Sam", call: false, state: "planned", version: 1, shared: true },
  ...{ proposed: null, made_at: at(1), by: "Sam", by_owner: false },
};
const STEP: DateStepRow = {
  ...{ id: ID, date: ID, state: "planned", day: "2026-12-08", time: "16:00" },
  ...{ at: at(1), by: "Sam", by_owner: false, words: "" },
};

function one(...pending: Operation[]) {
  const [shown] = shownDates([ROW], [STEP], pending);
  assert.ok(shown);
  return shown;
}

test("another time asked for stands beside the date, which stays as it is", () => {
  const body = { date: ID, day: "2026-12-10", time: null, words: "I work then" };
  const shown = one(op("date.propose", 5, body));
  assert.deepEqual(shown.proposed, { day: "2026-12-10", time: null, words: "I work then", at: at(5) });
  assert.deepEqual([shown.day, shown.time, shown.version, shown.waiting], ["2026-12-08", "16:00", 1, true]);
  assert.deepEqual(
    shown.steps.map(({ state, by_owner, waiting }) => [state, by_owner, waiting]),
    [
      ["planned", false, false],
      ["proposed", true, true],
    ],
  );
});

test("a move answers what was asked for, and makes a new version", () => {
  const propose = op("date.propose", 5, { date: ID, day: "2026-12-10", time: null, words: "" });
  const body = { date: ID, day: "2026-12-11", time: "10:00", place: "", with: "Sam", call: true, words: "" };
  const shown = one(propose, op("date.move", 6, body));
  assert.deepEqual(
    [shown.proposed, shown.day, shown.time, shown.call, shown.version, shown.steps.at(-1)?.state],
    [null, "2026-12-11", "10:00", true, 2, "moved"],
  );
});

test("a no leaves the date; to a review that was asked for, it is the end", () => {
  const propose = op("date.propose", 5, { date: ID, day: "2026-12-10", time: null, words: "" });
  const declined = one(propose, op("date.decline", 6, { date: ID, words: "Full" }));
  assert.deepEqual(
    [declined.proposed, declined.state, declined.steps.at(-1)?.words],
    [null, "planned", "Full"],
  );
  const ask = op("date.ask", 2, { kind: "pa-visit", words: "Soon please" }, "asked");
  const [asked] = shownDates([], [], [ask]);
  assert.deepEqual([asked?.state, asked?.day, asked?.steps[0]?.words], ["asked", null, "Soon please"]);
  const [over] = shownDates([], [], [ask, op("date.decline", 6, { date: "asked", words: "" })]);
  assert.equal(over?.state, "cancelled");
});

test("own dates are private, keep their history, and stand once when the server has them", () => {
  const body = { title: "Exam", day: "2026-12-01", time: "09:00", place: "", shared: false };
  const made = op("date.own", 3, body, "own-1");
  const [own] = shownDates([], [], [made]);
  assert.deepEqual([own?.kind, own?.title, own?.shared, own?.steps.length], ["own", "Exam", false, 1]);
  const row: DateRow = { ...ROW, ...body, id: "own-1", kind: "own", with: "", by_owner: true };
  const change = op("date.own_change", 4, { ...body, date: "own-1", shared: true, day: "2026-12-02" });
  const shown = shownDates([row], [], [made, change]);
  assert.equal(shown.length, 1);
  assert.deepEqual([shown[0]?.day, shown[0]?.shared, shown[0]?.version], ["2026-12-02", true, 2]);
  assert.deepEqual(
    shown[0]?.steps.map(({ state, day, by_owner }) => [state, day, by_owner]),
    [["changed", "2026-12-02", true]],
  );
  const [gone] = shownDates([row], [], [op("date.own_cancel", 5, { date: "own-1" })]);
  assert.equal(gone?.state, "cancelled");
  assert.deepEqual(
    gone?.steps.map(({ state, by_owner, waiting }) => [state, by_owner, waiting]),
    [["cancelled", true, true]],
  );
});

test("the soonest comes first, a whole day before its hours, and no day last", () => {
  const day = (id: string, day: string | null, time: string | null): DateRow => ({ ...ROW, id, day, time });
  const rows = [day("c", null, null), day("b", "2026-12-01", "08:00"), day("a", "2026-12-01", null), ROW];
  assert.deepEqual(
    shownDates(rows, [], []).map(({ id }) => id),
    ["a", "b", ID, "c"],
  );
});

const PREPARED: PreparationRow = {
  ...{ id: `${ID}/finances`, date: ID, heading: "finances", face: 2, words: "Tight", want: "", change: "" },
  ...{ shared: false, made_at: at(2) },
};

test("what is got ready lies over what the server has, heading by heading", () => {
  const put = op("prepare.put", 4, {
    date: ID,
    heading: "career",
    face: 4,
    words: "",
    want: "A job",
    change: "",
  });
  const shown = preparations(ID, [PREPARED], [put]);
  assert.deepEqual(
    shown.filter(hasWords).map(({ heading, face, want, waiting }) => [heading, face, want, waiting]),
    [
      ["career", 4, "A job", true],
      ["finances", 2, "", false],
    ],
  );
  assert.equal(preparations("another", [PREPARED], [put]).filter(hasWords).length, 0);
});

test("one heading is shared, or all of it with what is still to be written; and taken back", () => {
  const share = (minute: number, heading: string | null, shared: boolean) =>
    op("prepare.share", minute, { date: ID, heading, shared });
  const count = (...pending: Operation[]) =>
    preparations(ID, [PREPARED], pending).filter(({ shared }) => shared).length;
  assert.equal(count(share(3, "finances", true)), 1);
  assert.equal(count(share(3, null, true)), 6);
  assert.equal(count(share(3, null, true), share(4, "career", false)), 5);
});

const AGREED: AgreementRow = {
  ...{ id: "a1", date: ID, what: "Ask for a bed", who: "adviser", who_words: "", by: "2026-12-20" },
  ...{ done: false, made_at: at(3), by_name: "Sam", by_owner: false },
};

test("what was agreed is ticked, corrected and added to, in the order in which it was written", () => {
  const put = { agreement: null, date: ID, what: "Call college", who: "me", who_words: "", by: null };
  const shown = agreementsOf(
    ID,
    [AGREED],
    [
      op("agreement.put", 5, put, "a2"),
      op("agreement.done", 6, { agreement: "a1", done: true }),
      op("agreement.put", 7, { ...put, agreement: "a1", what: "Ask for a big bed", who: "adviser" }),
      op("agreement.done", 8, { agreement: "elsewhere", done: true }),
    ],
  );
  assert.deepEqual(
    shown.map(({ id, what, done, by }) => [id, what, done, by]),
    [
      ["a1", "Ask for a big bed", true, null],
      ["a2", "Call college", false, null],
    ],
  );
  assert.deepEqual(agreementsOf("another", [AGREED], []), []);
});

test("the newest answer to the plan counts", () => {
  const row = { id: ID, agree: true, words: "", made_at: at(1) };
  assert.equal(planAnswer(ID, [], []), null);
  assert.deepEqual(planAnswer(ID, [row], []), { agree: true, words: "", at: at(1), waiting: false });
  const no = op("plan.answer", 4, { date: ID, agree: false, words: "My words are missing" });
  assert.deepEqual(planAnswer(ID, [row], [no]), {
    ...{ agree: false, words: "My words are missing", at: at(4), waiting: true },
  });
});

const REVIEW = {
  ...{ id: "pathway-plan-review", title: "Pathway plan review", who: {}, kind: "law" },
  ...{ every: { months: 6 }, limit: { months: 6, text: "At least every 6 months." } },
} as unknown as Review;

const about = (all: ShownDate[]) => ({ all, birthday: "2008-05-20", statuses: null });

test("the council is late once the limit counted from the last one held is over", () => {
  const held: DateRow = { ...ROW, id: "h", state: "held", day: "2026-05-20" };
  const stands = (rows: DateRow[], today: string) =>
    standingOf(REVIEW, about(shownDates(rows, [], [])), today);
  assert.deepEqual(
    [
      stands([held], "2026-11-20").late,
      stands([held], "2026-11-21").late,
      stands([held], "2026-11-21").limit,
    ],
    [false, true, "2026-11-20"],
  );
  assert.equal(stands([], "2026-11-21").late, false);
  assert.equal(stands([held, ROW], "2026-11-21").next?.id, ID);
  assert.equal(stands([held, ROW], "2026-12-09").unmarked?.id, ID);
  assert.equal(stands([held, { ...ROW, state: "held" }], "2026-12-09").late, false);
  assert.equal(lastHeld(shownDates([held], [], []), "pa-visit"), null);
  const ends = { ...REVIEW, ends_at_age: 18 } as Review;
  const born = { ...about(shownDates([held], [], [])), birthday: "2008-11-20" };
  assert.equal(standingOf(ends, born, "2026-11-21").proposed, null);
});
