/** Reminders: on which days they come, what cannot be, and what a device shows while it has not sent them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import vectors from "../../tests/vectors/reminders.json";
import { shownReminders } from "../src/data/reminders-view";
import type { Operation, ReminderRow, Repeat } from "../src/data/types";
import { daysOf, londonNow, type Trouble, troubleOf } from "../src/features/remind/days";
import { standingOf } from "../src/features/remind/words";

interface Vectors {
  days: { about: string; day: string; repeat: Repeat | null; days: string[] }[];
  trouble: {
    about: string;
    now: [string, string];
    day: string;
    time: string | null;
    repeat: Repeat | null;
    field: "day" | "repeat" | null;
  }[];
}

const FIELD: Record<Trouble, "day" | "repeat"> = {
  ...{ no_day: "day", over: "day", far: "day" },
  ...{ no_end: "repeat", end_before: "repeat", too_long: "repeat" },
};

test("the days and what cannot be agree with the server's on the shared vectors", () => {
  const { days, trouble } = vectors as unknown as Vectors;
  for (const one of days) assert.deepEqual(daysOf(one.day, one.repeat), one.days, one.about);
  for (const one of trouble) {
    const [day, time] = one.now;
    const found = troubleOf(one.day, one.time, one.repeat, { day, time });
    assert.equal(found && FIELD[found], one.field, one.about);
  }
  assert.ok(days.length > 6 && trouble.length > 10);
});

test("a repeat always has an end", () => {
  const now = { day: "2026-11-22", time: "09:00" };
  assert.equal(troubleOf("2026-11-23", null, { every: "day", until: "" }, now), "no_end");
  assert.equal(troubleOf("", null, null, now), "no_day");
  assert.equal(daysOf("2026-11-23", { every: "day", until: "9999-12-31" }).length, 367);
});

test("now is what the clocks in London show", () => {
  assert.deepEqual(londonNow(new Date("2027-07-01T23:30:00Z")), { day: "2027-07-02", time: "00:30" });
});

const ROW: ReminderRow = {
  ...{ id: "a", seq: 1, text: "Bring your ID.", template: null, day: "2026-11-20", time: "14:00" },
  repeat: { every: "day", until: "2026-11-24" },
  ...{ state: "on", made_at: "2026-11-19T09:00:00.000Z", by: "Sam", by_owner: false },
  happened: [
    { on: "2026-11-20", sent_at: "2026-11-20T14:00:00.000Z", seen_at: "2026-11-20T15:00:00.000Z" },
    { on: "2026-11-21", sent_at: "2026-11-21T14:00:00.000Z", seen_at: null },
  ],
};

function unsent(id: string, kind: Operation["kind"], body: Record<string, unknown>): Operation {
  return {
    ...{ id, kind, body, space: "s", made_at: `2026-11-22T09:00:0${id.length}.000Z` },
    ...{ state: "waiting", tries: 0, answered_at: null, problem: null },
  };
}

test("scheduled, sent and seen are counted, and a day of which nothing is known is not hidden", () => {
  const [shown] = shownReminders([ROW], []);
  assert.ok(shown);
  const now = (day: string, time: string) => standingOf(shown, { day, time });
  assert.deepEqual(now("2026-11-22", "13:59"), { next: "2026-11-22", sent: 2, seen: 1, quiet: 0 });
  assert.deepEqual(now("2026-11-22", "14:00"), { next: "2026-11-23", sent: 2, seen: 1, quiet: 1 });
  assert.equal(now("2026-11-25", "00:00").next, null);
});

test("what waits on this device shows at once, and a stopped one never comes again", () => {
  const make = { text: "Rent", day: "2026-12-01", time: null, repeat: null, template: "rent" };
  const shown = shownReminders(
    [ROW],
    [
      unsent("b", "reminder.make", make),
      unsent("cc", "reminder.cancel", { reminder: "a" }),
      unsent("ddd", "reminder.seen", { reminder: "b", on: "2026-12-01" }),
    ],
  );
  assert.deepEqual(
    shown.map(({ id, state, waiting }) => [id, state, waiting]),
    [
      ["b", "on", true],
      ["a", "cancelled", true],
    ],
  );
  assert.equal(shown[0]?.happened[0]?.seen_at, "2026-11-22T09:00:03.000Z");
  const [, stopped] = shown;
  assert.ok(stopped);
  assert.equal(standingOf(stopped, { day: "2026-11-22", time: "09:00" }).next, null);
});
