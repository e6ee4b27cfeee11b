/** The adviser's list: who needs them, why, and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_DATES } from "./dates-rules";
import { ageOn, chosen, inOrder, needsOf, type Person, totals, weeksBetween } from "./rules";

const NOW = Date.parse("2026-11-22T09:00:00Z");
const WEEK = 7 * 24 * 60 * 60 * 1000;

function person(name: string, toSign: number, weeksAgo: number | null): Person {
  return {
    space: name,
    name,
    birthday: "2008-02-29",
    council: "rutland",
    homeCouncil: null,
    signInName: null,
    toSign: Array.from({ length: toSign }, (_, at) => `skill-${at}`),
    done: 0,
    total: 10,
    signed: 0,
    lastMark: weeksAgo === null ? null : NOW - weeksAgo * WEEK,
    due: [],
    late: 0,
    agreed: 0,
    dates: NO_DATES,
    message: null,
    covering: null,
  };
}

const writing = (name: string, since: string, n = 1): Person => ({
  ...person(name, 0, 1),
  message: { n, since, unread: true, open: [] },
});

const asking = (name: string, late: number, ...due: string[]): Person => ({
  ...person(name, 0, 1),
  late,
  due,
});

const kinds = (one: Person) => needsOf(one, NOW).map(({ kind }) => kind);

test("a person stands out from eight weeks without a mark on, and not a week before", () => {
  assert.deepEqual(kinds(person("Leo", 0, 7)), []);
  assert.deepEqual(needsOf(person("Leo", 0, 8), NOW), [{ kind: "quiet", weeks: 8 }]);
  assert.deepEqual(kinds(person("Leo", 0, null)), ["no_marks"]);
});

test("a late request is the first thing to see, then the next one to answer, with its day", () => {
  const leo = { ...asking("Leo", 1, "2026-11-20", "2026-11-24", "2026-12-01"), toSign: ["home-01"] };
  assert.deepEqual(needsOf(leo, NOW), [
    { kind: "late", n: 1 },
    { kind: "request", n: 2, due: "2026-11-24" },
    { kind: "sign_off", n: 1 },
  ]);
  assert.deepEqual(kinds(asking("Jay", 1, "2026-11-20")), ["late"]);
});

test("who waits longest for an answer comes before all the others", () => {
  const people = [person("Amina", 3, 1), asking("Jay", 0, "2026-12-01"), asking("Leo", 1, "2026-11-20")];
  assert.deepEqual(
    inOrder(people, NOW).map(({ name }) => name),
    ["Leo", "Jay", "Amina"],
  );
});

test("most skills to sign off come next, then the quiet ones, then by name", () => {
  const people = [person("Zofia", 0, 1), person("Jay", 0, 9), person("Amina", 3, 1), person("Ben", 0, 1)];
  const names = inOrder(people, NOW).map(({ name }) => name);
  assert.deepEqual(names, ["Amina", "Jay", "Ben", "Zofia"]);
});

test("the search forgives case and accents, and goes together with a filter", () => {
  const people = [person("Zoë", 1, 1), person("Zofia", 0, 1)];
  assert.deepEqual(
    chosen(people, "all", " zoe ", NOW).map(({ name }) => name),
    ["Zoë"],
  );
  assert.equal(chosen(people, "sign_off", "zo", NOW).length, 1);
  assert.equal(chosen(people, "quiet", "", NOW).length, 0);
});

test("the chips count requests and skills to sign off, and people who are quiet", () => {
  const people = [
    person("Amina", 3, 9),
    person("Leo", 2, null),
    asking("Jay", 1, "2026-11-20", "2026-12-01"),
  ];
  assert.deepEqual(totals(people, NOW), {
    ...{ message: 0, review_late: 0, date_answer: 0, date_near: 0 },
    ...{ late: 1, request: 1, sign_off: 5, quiet: 1, no_marks: 1 },
  });
});

test("age counts whole years, and 29 February is reached on 1 March", () => {
  assert.equal(ageOn("2008-02-29", "2026-02-28"), 17);
  assert.equal(ageOn("2008-02-29", "2026-03-01"), 18);
  assert.equal(ageOn("2008-11-22", "2026-11-22T09:00:00.000Z"), 18);
});

test("a mark of the future is no weeks ago", () => {
  assert.equal(weeksBetween(NOW + WEEK, NOW), 0);
});

test("a review over its limit, a wish and a date this week are reasons too, and the oldest limit is on top", () => {
  const late = { review: "pa-visit", title: "Visit", limit: "2026-11-10", days: 12 };
  const jay = { ...person("Jay", 0, 1), dates: { ...NO_DATES, late: [late] } };
  const near = (day: string) => ({ ...NO_DATES, toAnswer: 1, next: { id: "x", day, time: null } });
  const leo = { ...person("Leo", 0, 1), dates: near("2026-11-28") };
  assert.deepEqual(needsOf(jay, NOW), [{ kind: "review_late", n: 1, days: 12 }]);
  assert.deepEqual(kinds(leo), ["date_answer", "date_near"]);
  assert.deepEqual(kinds({ ...leo, dates: near("2026-11-29") }), ["date_answer"]);
  assert.deepEqual(
    inOrder([asking("Ben", 1, "2026-11-20"), person("Ann", 1, 1), leo, jay], NOW).map(({ name }) => name),
    ["Jay", "Ben", "Leo", "Ann"],
  );
  assert.equal(chosen([jay, leo], "review_late", "", NOW).length, 1);
  assert.equal(totals([jay, leo], NOW).review_late, 1);
});

test("a message waits since the day it came, and the longest wait of all is on top", () => {
  const leo = writing("Leo", "2026-11-20", 2);
  assert.deepEqual(needsOf(leo, NOW), [{ kind: "message", n: 2, days: 2, unread: true }]);
  const others = [asking("Jay", 1, "2026-11-21"), asking("Ann", 1, "2026-11-19"), person("Ben", 9, null)];
  assert.deepEqual(
    inOrder([...others, writing("Kim", "2026-11-22"), leo], NOW).map(({ name }) => name),
    ["Ann", "Leo", "Jay", "Kim", "Ben"],
  );
  assert.equal(chosen([leo, ...others], "message", "", NOW).length, 1);
  assert.equal(totals([leo, writing("Kim", "2026-11-22")], NOW).message, 3);
});
