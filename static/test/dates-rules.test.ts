/** The pure parts of dates: when reviews come round, the month's days, and the calendar file. */
import assert from "node:assert/strict";
import { test } from "node:test";
import vectors from "../../tests/vectors/dates.json";
import type { Every, Review } from "../src/data/content-types";
import { type CalendarEntry, calendarFile, escaped, folded } from "../src/features/dates/ics";
import { addMonth, dayAtKey, sameDay, weeksOf } from "../src/features/dates/month";
import { basisOf, isOverdue, limitDay, nextDay } from "../src/features/dates/rules";

interface Vectors {
  next: { about: string; every: Every; last: string; ends: string | null; day: string | null }[];
  limit: { about: string; limit: { days?: number } | null; last: string; day: string | null }[];
  overdue: { about: string; limit: string | null; today: string; overdue: boolean }[];
  basis: { kind: Review["kind"]; council_home: boolean | null; basis: string }[];
}

test("the rules agree with the server's on the shared vectors", () => {
  const { next, limit, overdue, basis } = vectors as unknown as Vectors;
  for (const one of next) assert.equal(nextDay(one.every, one.last, one.ends), one.day, one.about);
  for (const one of limit) assert.equal(limitDay(one.limit, one.last), one.day, one.about);
  for (const one of overdue) assert.equal(isOverdue(one.limit, one.today), one.overdue, one.about);
  for (const one of basis) assert.equal(basisOf(one.kind, one.council_home), one.basis, one.kind);
  assert.ok(next.length > 15 && limit.length > 5 && overdue.length > 3 && basis.length > 8);
});

test("a month is laid out in whole weeks from Monday", () => {
  const december = weeksOf("2026-12");
  assert.equal(december.length, 5);
  assert.deepEqual(december[0], [null, "2026-12-01", ..."23456".split("").map((d) => `2026-12-0${d}`)]);
  assert.deepEqual(
    december[4]?.slice(0, 5),
    ["28", "29", "30", "31"].map((d) => `2026-12-${d}`).concat([null as never]),
  );
  assert.equal(weeksOf("2027-02").length, 4);
  assert.equal(weeksOf("2026-08").length, 6);
  assert.equal(addMonth("2026-12", 1), "2027-01");
  assert.equal(addMonth("2026-01", -1), "2025-12");
  assert.equal(sameDay("2026-03-31", -1), "2026-02-28");
});

test("the keys of the grid move by day, week and month, and turn round where the page does", () => {
  assert.equal(dayAtKey("2026-12-31", "ArrowRight", "ArrowRight"), "2027-01-01");
  assert.equal(dayAtKey("2026-12-31", "ArrowLeft", "ArrowLeft"), "2027-01-01");
  assert.equal(dayAtKey("2027-01-01", "ArrowRight", "ArrowLeft"), "2026-12-31");
  assert.equal(dayAtKey("2026-12-08", "ArrowUp", "ArrowRight"), "2026-12-01");
  assert.equal(dayAtKey("2026-12-09", "Home", "ArrowRight"), "2026-12-07");
  assert.equal(dayAtKey("2026-12-09", "End", "ArrowRight"), "2026-12-13");
  assert.equal(dayAtKey("2027-01-31", "PageDown", "ArrowRight"), "2027-02-28");
  assert.equal(dayAtKey("2027-01-31", "a", "ArrowRight"), null);
});

const ENTRY: CalendarEntry = {
  id: "01900000-0000-7000-8000-00000000a001",
  version: 2,
  title: "Pathway plan review; with Sam, at \\2\nBring tea",
  day: "2026-12-08",
  time: "16:00",
  place: "",
  url: "",
  cancelled: false,
};
const NOW = "2026-11-22T09:14:03.120Z";

test("a date with a time names London and brings its rules along", () => {
  const lines = calendarFile(ENTRY, NOW).split("\r\n");
  for (const line of [
    "UID:01900000-0000-7000-8000-00000000a001",
    "SEQUENCE:2",
    "DTSTAMP:20261122T091403Z",
    "DTSTART;TZID=Europe/London:20261208T160000",
    "SUMMARY:Pathway plan review\\; with Sam\\, at \\\\2\\nBring tea",
    "STATUS:CONFIRMED",
    "BEGIN:VTIMEZONE",
  ])
    assert.ok(lines.includes(line), line);
  assert.equal(lines.at(-1), "");
  assert.ok(!lines.some((line) => /^(LOCATION|URL)/.test(line)));
  const url = "https://footing.example/dates/01900000-0000-7000-8000-00000000a001";
  assert.ok(calendarFile({ ...ENTRY, url }, NOW).includes(`URL:${url}\r\n`));
  assert.ok(
    calendarFile(ENTRY, NOW)
      .replaceAll("\r\n", "")
      .search(/[\r\n]/) === -1,
  );
});

test("a whole day ends where the next one begins, and needs no zone", () => {
  const text = calendarFile({ ...ENTRY, time: null, day: "2026-12-31", cancelled: true, place: "Home" }, NOW);
  assert.match(text, /DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n/);
  assert.match(text, /LOCATION:Home\r\nCLASS:PRIVATE\r\nSTATUS:CANCELLED\r\n/);
  assert.doesNotMatch(text, /VTIMEZONE/);
});

test("long lines are folded at 75 octets, between characters, and unfold to what they were", () => {
  const line = `SUMMARY:${"Überprüfung des Plans مراجعة 🙂 ".repeat(6)}`;
  const parts = folded(line).split("\r\n");
  assert.ok(parts.length > 3);
  for (const part of parts) {
    assert.ok(new TextEncoder().encode(part).length <= 75, part);
    assert.doesNotMatch(part, /\uFFFD/);
  }
  assert.ok(parts.slice(1).every((part) => part.startsWith(" ")));
  assert.equal(folded(line).replaceAll("\r\n ", ""), line);
  assert.equal(folded("X:short"), "X:short");
  assert.equal(escaped("a\u0007b\r\nc"), "a b\\nc");
});
