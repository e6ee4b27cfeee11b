/** Counting working days and lengths of time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, addSpan, addWorkingDays, daysBetween, londonDay } from "../src/data/working-days";

const HOLIDAYS = ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29"];

test("the day itself does not count, nor weekends, nor bank holidays", () => {
  assert.equal(addWorkingDays("2026-11-20", 1, HOLIDAYS), "2026-11-23");
  assert.equal(addWorkingDays("2026-11-22", 10, HOLIDAYS), "2026-12-04");
  assert.equal(addWorkingDays("2026-12-24", 1, HOLIDAYS), "2026-12-29");
  assert.equal(addWorkingDays("2026-12-24", 10, HOLIDAYS), "2027-01-12");
  assert.equal(addWorkingDays("2027-03-25", 1, HOLIDAYS), "2027-03-30");
  assert.equal(addWorkingDays("2026-11-22", 0, HOLIDAYS), "2026-11-22");
});

test("months end on the same day, or on the month's last", () => {
  assert.equal(addSpan("2026-01-31", { months: 1 }, []), "2026-02-28");
  assert.equal(addSpan("2027-12-31", { months: 2 }, []), "2028-02-29");
  assert.equal(addSpan("2028-02-29", { months: 12 }, []), "2029-02-28");
  assert.equal(addSpan("2026-11-22", { months: 12 }, []), "2027-11-22");
  assert.equal(addSpan("2026-11-22", { days: 21 }, []), "2026-12-13");
  assert.equal(addSpan("2026-11-20", { working_days: 20 }, HOLIDAYS), "2026-12-18");
});

test("days are days, also when the clocks change", () => {
  assert.equal(addDays("2026-10-24", 2), "2026-10-26");
  assert.equal(addDays("2026-03-01", -1), "2026-02-28");
  assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
  assert.equal(daysBetween("2026-03-30", "2026-03-28"), -2);
});

test("a moment belongs to the day that it is in London", () => {
  assert.equal(londonDay("2026-07-01T23:30:00.000Z"), "2026-07-02");
  assert.equal(londonDay("2026-12-01T23:30:00.000Z"), "2026-12-01");
});
