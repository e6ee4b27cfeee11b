/** What is said before somebody writes: whether anybody reads now, when they will, how long a reply takes, who covers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverTime } from "../src/data/types";
import { coverNext, coverNow } from "../src/features/messages/cover-times";
import { type Hours, isOpen, nextOpening, replyTime, runsOf } from "../src/features/messages/hours";

const HOURS: Hours = { from: "09:00", to: "17:00", days: [1, 2, 3, 4, 5] };
const HOLIDAYS = ["2026-12-25", "2026-12-28", "2027-01-01"];

/** A moment by London's clock, whether it is open, and when it opens next if it is not. */
const MOMENTS: [string, string, boolean, string | null][] = [
  ["a Monday at noon", "2026-11-23 12:00", true, null],
  ["the minute of opening", "2026-11-23 09:00", true, null],
  ["the minute before", "2026-11-23 08:59", false, "2026-11-23 09:00"],
  ["the last minute", "2026-11-23 16:59", true, null],
  ["the minute of closing", "2026-11-23 17:00", false, "2026-11-24 09:00"],
  ["just after midnight", "2026-11-24 00:01", false, "2026-11-24 09:00"],
  ["a Friday evening", "2026-11-27 17:30", false, "2026-11-30 09:00"],
  ["a Saturday", "2026-11-28 12:00", false, "2026-11-30 09:00"],
  ["a Sunday, before the hour of opening", "2026-11-29 08:00", false, "2026-11-30 09:00"],
  [
    "Christmas Day, a Friday, with Boxing Day made up for on Monday",
    "2026-12-25 12:00",
    false,
    "2026-12-29 09:00",
  ],
  ["the evening before Christmas", "2026-12-24 17:00", false, "2026-12-29 09:00"],
  ["a bank holiday before the hour of opening", "2026-12-28 08:00", false, "2026-12-29 09:00"],
  ["the last evening of the year", "2026-12-31 20:00", false, "2027-01-04 09:00"],
];

test("somebody reads within the hours of a working day, and else from the next of them on", () => {
  for (const [about, at, open, next] of MOMENTS) {
    const [day = "", time = ""] = at.split(" ");
    assert.equal(isOpen(HOURS, HOLIDAYS, { day, time }), open, about);
    const found = open ? null : nextOpening(HOURS, HOLIDAYS, { day, time });
    assert.equal(found && `${found.day} ${found.time}`, next, about);
  }
});

test("hours on other days are followed, and hours that never come are not waited for", () => {
  const saturday = { ...HOURS, days: [6] };
  assert.deepEqual(nextOpening(saturday, [], { day: "2026-11-28", time: "18:00" }), {
    ...{ day: "2026-12-05", time: "09:00" },
  });
  assert.equal(nextOpening({ ...HOURS, days: [] }, [], { day: "2026-11-28", time: "18:00" }), null);
  assert.equal(isOpen({ ...HOURS, days: [7] }, [], { day: "2026-11-29", time: "10:00" }), true);
});

test("a reply time is rounded up, in hours within a working day and in working days from one on", () => {
  const table: [number, number, "hours" | "days"][] = [
    [1, 1, "hours"],
    [60, 1, "hours"],
    [61, 2, "hours"],
    [479, 8, "hours"],
    [480, 1, "days"],
    [481, 2, "days"],
    [2400, 5, "days"],
  ];
  for (const [minutes, n, unit] of table)
    assert.deepEqual(replyTime(minutes, HOURS), { n, unit }, `${minutes}`);
  assert.deepEqual(replyTime(480, { ...HOURS, from: "08:00" }), { n: 8, unit: "hours" });
});

test("days that follow each other are named as one run", () => {
  assert.deepEqual(runsOf([1, 2, 3, 4, 5]), [[1, 5]]);
  assert.deepEqual(runsOf([5, 1, 2]), [
    [1, 2],
    [5, 5],
  ]);
  assert.deepEqual(runsOf([]), []);
});

const NOW = Date.parse("2026-11-25T10:00:00Z");
const cover = (name: string, since: string, until: string | null): CoverTime => ({
  name,
  since: `${since}:00Z`,
  until: until && `${until}:00Z`,
});
const PRIYA = cover("Priya", "2026-11-23T00:00", "2026-11-27T00:00");

test("who covers now is said with the last whole day on which they do", () => {
  const table: [string, CoverTime[], [string, string | null][]][] = [
    ["nobody", [], []],
    ["one person, to the end of Thursday", [PRIYA], [["Priya", "2026-11-26"]]],
    ["one who is not needed any more", [cover("Kim", "2026-11-20T00:00", "2026-11-25T10:00")], []],
    ["one who begins this minute", [cover("Kim", "2026-11-25T10:00", null)], [["Kim", null]]],
    [
      "a time that ends in the middle of a day",
      [cover("Kim", "2026-11-24T17:00", "2026-11-26T17:00")],
      [["Kim", "2026-11-26"]],
    ],
    [
      "the same person again from where it ended",
      [PRIYA, cover("Priya", "2026-11-27T00:00", "2026-11-30T00:00")],
      [["Priya", "2026-11-29"]],
    ],
    [
      "two on duty",
      [cover("Kim", "2026-11-01T00:00", null), cover("Robin", "2026-11-02T00:00", null)],
      [["Kim, Robin", null]],
    ],
    [
      "one for longer than the other",
      [PRIYA, cover("Kim", "2026-11-25T09:00", null)],
      [
        ["Kim", null],
        ["Priya", "2026-11-26"],
      ],
    ],
    // In summer, London's midnight is 23:00 by this clock.
    [
      "a time that ends at midnight in summer",
      [cover("Kim", "2026-06-01T00:00", "2027-06-30T23:00")],
      [["Kim", "2027-06-30"]],
    ],
  ];
  for (const [about, times, wanted] of table) {
    const found = coverNow(times, NOW).map(({ names, until }) => [names.join(", "), until]);
    assert.deepEqual(found, wanted, about);
  }
});

test("who covers next is said only when that is soon", () => {
  const next = cover("Kim", "2026-12-01T00:00", "2026-12-03T00:00");
  assert.deepEqual(coverNext([PRIYA, next], NOW), {
    names: ["Kim"],
    since: "2026-12-01",
    until: "2026-12-02",
  });
  assert.equal(coverNext([PRIYA], NOW), null);
  assert.equal(coverNext([cover("Kim", "2026-12-24T00:00", null)], NOW), null);
  assert.equal(coverNext([PRIYA, cover("Priya", "2026-11-27T00:00", "2026-11-30T00:00")], NOW), null);
  const both = [next, cover("Robin", "2026-12-01T00:00", "2026-12-03T00:00")];
  assert.deepEqual(coverNext(both, NOW)?.names, ["Kim", "Robin"]);
});
