/** Reminders on the phone: on which days they come, how they stand, and how a list of dates is divided. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf, standingOfReminder } from "../src/data/dates-reminders";
import type { ShownDate } from "../src/data/dates-view";
import { shownReminders } from "../src/data/reminders-view";
import type { Operation, ReminderRow, Review } from "../src/data/types";
import { grouped, monthEntries } from "../src/features/dates/entries";
import { londonWall } from "../src/features/dates/london";
import { isCouncilHome } from "../src/features/dates/where-i-live";
import { basisTag, basisWords } from "../src/features/dates/words";

const ROW: ReminderRow = {
  ...{ id: "r", text: "Bring your ID", template: null, day: "2026-11-20", time: "18:00", repeat: null },
  ...{ state: "on", made_at: "2026-11-10T09:00:00.000Z", by: "Sam", by_owner: false, happened: [] },
};
const weekly = { every: "week", until: "2026-12-11" } as const;

const seen = (on: string, minute: number) =>
  ({
    ...{ id: `op-${minute}`, space: "s", kind: "reminder.seen", body: { reminder: "r", on } },
    ...{ made_at: `2026-11-20T19:0${minute}:00.000Z`, state: "waiting", tries: 0 },
    ...{ answered_at: null, problem: null },
  }) as Operation;

test("a month that lacks the day has it on its last, and a leap day comes back", () => {
  const days = (day: string, every: "day" | "week" | "month", until: string) =>
    daysOf({ day, repeat: { every, until } });
  assert.deepEqual(days("2027-01-31", "month", "2027-04-30"), [
    "2027-01-31",
    "2027-02-28",
    "2027-03-31",
    "2027-04-30",
  ]);
  assert.equal(days("2028-02-29", "month", "2029-02-28").at(-1), "2029-02-28");
  assert.deepEqual(days("2026-10-20", "week", "2026-11-02"), ["2026-10-20", "2026-10-27"]);
  // Over the change of the clocks.
  assert.equal(days("2026-10-23", "day", "2026-10-27").length, 5);
  assert.deepEqual(daysOf(ROW), ["2026-11-20"]);
});

test("what came last, whether it was seen, and when it comes again", () => {
  const reminder = { ...ROW, repeat: weekly };
  const at = (day: string, time: string) => standingOfReminder(reminder, { day, time });
  assert.deepEqual(at("2026-11-20", "17:59"), { came: null, seenAt: null, next: "2026-11-20" });
  assert.deepEqual(at("2026-11-20", "18:00"), { came: "2026-11-20", seenAt: null, next: "2026-11-27" });
  assert.deepEqual(at("2026-12-12", "09:00"), { came: "2026-12-11", seenAt: null, next: null });
  const off = standingOfReminder({ ...reminder, state: "cancelled" }, { day: "2026-11-21", time: "09:00" });
  assert.equal(off.next, null);
  const [shown] = shownReminders([reminder], [seen("2026-11-20", 5), seen("2026-11-20", 2)]);
  assert.ok(shown);
  const now = { day: "2026-11-21", time: "09:00" };
  // The first time counts.
  assert.equal(standingOfReminder(shown, now).seenAt, "2026-11-20T19:02:00.000Z");
  assert.equal(shown.waiting, true);
  assert.equal(standingOfReminder(shown, { day: "2026-11-28", time: "09:00" }).seenAt, null);
});

const date = (id: string, day: string | null, state: ShownDate["state"] = "planned"): ShownDate => ({
  ...{ id, day, state, kind: "own", title: id, time: null, place: "", with: "", call: false, version: 1 },
  ...{ shared: false, proposed: null, made_at: "2026-11-10T09:00:00.000Z", by: "", by_owner: true },
  ...{ waiting: false, steps: [] },
});

test("a list has what is next, the next seven days, later by month, and what is past", () => {
  const dates = [
    date("old", "2026-11-02", "held"),
    date("yesterday", "2026-11-17"),
    date("today", "2026-11-18"),
    date("sunday", "2026-11-22"),
    date("tuesday", "2026-11-24"),
    date("a week on", "2026-11-25"),
    date("january", "2027-01-04"),
    date("asked", null, "asked"),
  ];
  const reminders = shownReminders(
    [
      { ...ROW, repeat: weekly },
      { ...ROW, id: "q", day: "2026-11-16" },
    ],
    [],
  );
  const wednesday = { day: "2026-11-18", time: "09:00" };
  const groups = grouped(dates, reminders, wednesday);
  const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);
  assert.equal(groups.next?.id, "today");
  assert.deepEqual(ids(groups.week), ["r/2026-11-20", "sunday", "tuesday"]);
  assert.deepEqual(
    groups.later.map(([month, entries]) => [month, ids(entries)]),
    [
      ["2026-11", ["a week on"]],
      ["2027-01", ["january"]],
    ],
  );
  assert.deepEqual(ids(groups.open), ["asked"]);
  assert.deepEqual(ids(groups.unseen), ["q/2026-11-16"]);
  assert.deepEqual(ids(groups.past), ["yesterday", "old"]);
});

test("a month has each day of a reminder, and of one that was called off only those that are over", () => {
  const off = shownReminders([{ ...ROW, repeat: weekly, state: "cancelled" }], []);
  const days = (today: string) => monthEntries([], off, today).map(({ day }) => day);
  assert.deepEqual(days("2026-11-28"), ["2026-11-20", "2026-11-27"]);
  assert.deepEqual(monthEntries([date("gone", "2026-11-20", "cancelled")], [], "2026-11-01"), []);
});

test("days and times are London's, in summer and winter", () => {
  assert.deepEqual(londonWall("2026-07-01T23:30:00.000Z"), { day: "2026-07-02", time: "00:30" });
  assert.deepEqual(londonWall("2026-12-01T23:30:00.000Z"), { day: "2026-12-01", time: "23:30" });
  assert.deepEqual(londonWall("2026-10-25T00:30:00.000Z"), { day: "2026-10-25", time: "01:30" });
  assert.deepEqual(londonWall("2026-10-25T01:30:00.000Z"), { day: "2026-10-25", time: "01:30" });
});

test("a visit is law only in a home that the council provides, and the words say which", () => {
  const visit = { kind: "law_and_guidance" } as Review;
  assert.match(basisWords(visit, null), /law if you live in a home that your council provides.*guidance/);
  assert.match(basisWords(visit, true), /By your answers.*it is the law/);
  assert.match(basisWords(visit, false), /By your answers.*for you it is guidance/);
  assert.equal(basisWords({ kind: "law" } as Review, false), basisWords({ kind: "law" } as Review, null));
  assert.deepEqual(
    [true, false, null].map((home) => basisTag(visit, home)),
    ["Law", "Government guidance", "Law in council homes only"],
  );
});

test("only what is plain says whose home it is", () => {
  assert.deepEqual(
    ["foster", "childrens_home", "with_family", "halls", "supported", "staying_put", null, undefined].map(
      isCouncilHome,
    ),
    [true, true, false, false, null, null, null, null],
  );
});
