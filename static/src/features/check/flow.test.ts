/** The order of the questions: every path of the check is walked, answer by answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { birthdayAt, type Draft, toAnswers } from "./draft";
import { about, problemsOf, type StatusQuestion, statusBy, walk } from "./flow";
import { moreQuestions } from "./more-questions";

const TODAY = "2026-11-22";
const AGES = [12, 15, 16, 17, 18, 22, 25];
const dobAt = (age: number) => `${2026 - age}-03-10`;

/** Times in care of each kind that leads on differently, for somebody born on `dob`. */
function stays(dob: string): Draft["spells"][] {
  const foster = { type: "foster" as const };
  const young: Draft["spells"][] = [
    [{ start: birthdayAt(dob, 10), end: null, ...foster }],
    [{ start: birthdayAt(dob, 10), end: birthdayAt(dob, 12), ...foster }],
    [{ start: "not_sure", end: "not_sure", type: "not_sure" }],
  ];
  if (birthdayAt(dob, 16) >= TODAY) return young;
  return [
    ...young,
    [{ start: birthdayAt(dob, 13), end: birthdayAt(dob, 15), ...foster }],
    [{ start: birthdayAt(dob, 14), end: birthdayAt(dob, 16), ...foster }],
    [{ start: birthdayAt(dob, 16), end: birthdayAt(dob, 16).slice(0, 7), ...foster }],
    [{ start: birthdayAt(dob, 15), end: birthdayAt(dob, 16), type: "short_break_series" }],
    [{ start: birthdayAt(dob, 16), end: birthdayAt(dob, 16), type: "section17_or_housing" }],
  ];
}

const TRI = ["yes", "no", "not_sure"] as const;

function answersTo(question: StatusQuestion, dob: string): unknown[] {
  switch (question) {
    case "place":
      return ["england", "wales", "not_sure", "unsure_care", "never"];
    case "spells":
      return stays(dob);
    case "home":
      return [{ went: "yes", start: birthdayAt(dob, 16), end: null }, { went: "no" }, { went: "not_sure" }];
    case "sixteenth":
    case "sgo":
      return ["from_care", "not_from_care", "from_unsure", "no", "not_sure"];
    case "other":
      return [[], ["private_fostering"], ["hostel"], ["not_sure"]];
    case "learning":
      return ["higher", "none", "not_sure"];
    default:
      return [...TRI];
  }
}

interface Path {
  draft: Draft;
  questions: number;
  /** How many of those who answer at random come this way. */
  share: number;
}

/** Every path through the check for somebody of an age. */
function* paths(age: number): Generator<Path> {
  const dob = dobAt(age);
  const open = [{ draft: { birthday: { dob, disputed: "no" } } as Draft, share: 1 }];
  for (let one = open.pop(); one; one = open.pop()) {
    const { draft, share } = one;
    const { next, answered } = walk(draft, TODAY);
    if (next === null) yield { draft, share, questions: answered.length };
    else {
      const taken = answersTo(next, dob).filter((answer) => fits(draft, next, answer));
      for (const answer of taken)
        open.push({ draft: { ...draft, [next]: answer }, share: share / taken.length });
    }
  }
}

/** Whether the form of the question would take the answer. */
function fits(draft: Draft, question: StatusQuestion, answer: unknown): boolean {
  const goesOn = question === "spells" && (answer as { end: unknown }[])[0]?.end === null;
  if (goesOn && (draft.now === "no" || draft.eighteenth === "no")) return false;
  return problemsOf({ ...draft, [question]: answer }, TODAY).length === 0;
}

test("no path asks more than 12 questions for the status, and most people get 6 or fewer", () => {
  for (const age of AGES) {
    let short = 0;
    for (const { questions, share } of paths(age)) {
      assert.ok(questions <= 12, `${questions} questions at ${age}`);
      if (questions <= 6) short += share;
    }
    assert.ok(short > 0.9, `at ${age} only ${Math.round(short * 100)}% get 6 or fewer`);
  }
});

test("whoever was in care until 18 gets five questions, and whoever is 16 and in care gets four", () => {
  const leaver: Draft = {
    birthday: { dob: "2008-03-10", disputed: "no" },
    place: "england",
    eighteenth: "yes",
    spells: [{ start: "2020", end: null, type: "foster" }],
    learning: "none",
  };
  assert.deepEqual(walk(leaver, TODAY), {
    answered: ["birthday", "place", "eighteenth", "spells", "learning"],
    next: null,
    draft: leaver,
  });
  assert.equal(statusBy(leaver, TODAY)?.rule, "D13");
  const { eighteenth: _grown, learning: _later, ...same } = leaver;
  const young: Draft = { ...same, birthday: { dob: "2010-03-10", disputed: "no" }, now: "yes" };
  assert.deepEqual(walk(young, TODAY).answered, ["birthday", "place", "now", "spells"]);
  assert.equal(statusBy(young, TODAY)?.status, "eligible");
});

test("the law of another country ends the questions, and so does never having been in care before 16", () => {
  const born = (dob: string): Draft => ({ birthday: { dob, disputed: "no" } });
  assert.equal(walk({ ...born("2006-01-01"), place: "wales" }, TODAY).next, null);
  assert.equal(walk({ ...born("2014-01-01"), place: "never" }, TODAY).next, null);
  assert.equal(walk({ ...born("1990-01-01"), place: "england", programme: "no" }, TODAY).next, null);
  assert.equal(walk({ ...born("2006-01-01"), place: "never" }, TODAY).next, "sgo");
});

test("an answer to a question that no longer comes up does not count", () => {
  const draft: Draft = {
    birthday: { dob: "2010-03-10", disputed: "no" },
    place: "england",
    now: "yes",
    spells: [{ start: "2020", end: null, type: "foster" }],
    sgo: "from_care",
    other: ["private_fostering"],
  };
  assert.deepEqual(Object.keys(walk(draft, TODAY).draft), ["birthday", "place", "now", "spells"]);
});

test("times that stop fitting when the birthday is changed are asked again", () => {
  const draft: Draft = {
    birthday: { dob: "2010-03-10", disputed: "no" },
    place: "england",
    now: "no",
    spells: [{ start: "2009", end: "2012", type: "foster" }],
  };
  assert.equal(walk(draft, TODAY).next, "spells");
});

test("a birthday brings up the question about 18, and the time in care that went on ends there", () => {
  const draft: Draft = {
    birthday: { dob: "2008-11-23", disputed: "no" },
    place: "england",
    now: "yes",
    spells: [{ start: "2020-01-01", end: null, type: "foster" }],
  };
  assert.equal(walk(draft, TODAY).next, null);
  assert.equal(walk(draft, "2026-11-23").next, "eighteenth");
  const grown: Draft = { ...draft, eighteenth: "yes" };
  assert.equal(toAnswers(grown, "2026-11-23").care_spells[0]?.end, "2026-11-23");
  assert.equal(statusBy(grown, "2026-11-23")?.status, "frc");
});

test("who says that it was a hostel is never told that nothing counts", () => {
  const draft: Draft = {
    birthday: { dob: "2009-01-01", disputed: "no" },
    place: "never",
    sgo: "no",
    other: ["hostel"],
  };
  assert.equal(walk(draft, TODAY).next, null);
  assert.deepEqual(statusBy(draft, TODAY)?.flags.includes("E1"), true);
  assert.equal(statusBy(draft, TODAY)?.status, "unknown");
});

test("the number of questions is told in advance as the usual answers would have it", () => {
  assert.equal(about({}, TODAY), 5);
  assert.equal(about({ birthday: { dob: "2010-03-10", disputed: "no" } }, TODAY), 4);
});

test("how somebody lives is asked after the status, and whether a course is full time only of those on one", () => {
  const draft: Draft = { birthday: { dob: "2010-03-10", disputed: "no" }, place: "wales" };
  assert.equal(moreQuestions(draft, TODAY)[0], "learning");
  assert.ok(!moreQuestions(draft, TODAY).includes("full_time"));
  assert.ok(moreQuestions({ ...draft, learning: "higher" }, TODAY).includes("full_time"));
});
