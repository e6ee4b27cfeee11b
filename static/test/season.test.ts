/** Seasons by London's calendar, by the clock that stamps operations. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeDevice } from "../src/data/device";
import { lastDayOf, seasonBefore, seasonNow, seasonOf } from "../src/data/season";
import { londonDay } from "../src/data/working-days";

const at = (moment: string) => seasonOf(londonDay(moment));

test("a season is a quarter of the calendar", () => {
  assert.equal(seasonOf("2026-01-01"), "2026-Q1");
  assert.equal(seasonOf("2026-03-31"), "2026-Q1");
  assert.equal(seasonOf("2026-04-01"), "2026-Q2");
  assert.equal(seasonOf("2026-09-30"), "2026-Q3");
  assert.equal(seasonOf("2026-12-31"), "2026-Q4");
});

test("in summer time a season turns an hour earlier than the clock of the world", () => {
  assert.equal(at("2026-03-31T22:59:59.999Z"), "2026-Q1");
  assert.equal(at("2026-03-31T23:00:00.000Z"), "2026-Q2");
  assert.equal(at("2026-06-30T23:00:00.000Z"), "2026-Q3");
  assert.equal(at("2026-09-30T22:59:59.999Z"), "2026-Q3");
  assert.equal(at("2026-09-30T23:00:00.000Z"), "2026-Q4");
});

test("in winter, over the end of a year, it turns with the clock of the world", () => {
  assert.equal(at("2026-12-31T23:59:59.999Z"), "2026-Q4");
  assert.equal(at("2027-01-01T00:00:00.000Z"), "2027-Q1");
});

test("the season before, and the last day", () => {
  assert.equal(seasonBefore("2027-Q1"), "2026-Q4");
  assert.equal(seasonBefore("2026-Q4"), "2026-Q3");
  const ends = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(lastDayOf);
  assert.deepEqual(ends, ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]);
});

test("a phone whose clock is wrong says the season of the server", async () => {
  const clock = Date.parse("2027-01-05T12:00:00Z");
  assert.equal(await seasonNow(clock), "2027-Q1");
  await changeDevice(() => ({ offset: -10 * 86_400_000 }));
  assert.equal(await seasonNow(clock), "2026-Q4");
});

test("it is the season of the next stamp, which never goes back", async () => {
  await changeDevice(() => ({ offset: 0, largest: Date.parse("2027-01-01T00:00:00Z") }));
  assert.equal(await seasonNow(Date.parse("2026-12-31T12:00:00Z")), "2027-Q1");
});
