/** Figures by date: today's, the one before, the next, and what ends. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Amount } from "../src/data/types";
import { figureWords, headline } from "../src/features/rights/amounts";
import { timeline } from "../src/ui/dated";

const GRANT: Amount = {
  id: "main",
  unit: "pence",
  per: "once",
  bound: "at_least",
  values: [
    { from: "2023-04-01", value: 300000 },
    { from: "2017-01-01", value: 200000 },
    { from: "2027-04-01", value: 350000 },
  ],
};

test("the value that started last counts, whatever the order in the file", () => {
  assert.equal(timeline(GRANT.values, "2026-11-22").now?.value, 300000);
  assert.equal(timeline(GRANT.values, "2023-03-31").now?.value, 200000);
  assert.equal(timeline(GRANT.values, "2023-04-01").now?.value, 300000);
});

test("before and next stand beside it", () => {
  const { before, next } = timeline(GRANT.values, "2026-11-22");
  assert.deepEqual(before, { from: "2017-01-01", value: 200000 });
  assert.deepEqual(next, { from: "2027-04-01", value: 350000 });
  assert.equal(timeline(GRANT.values, "2016-12-31").now, null);
});

test("an amount that has ended gives no headline, and the next one is taken", () => {
  const ended: Amount = {
    ...GRANT,
    values: [
      { from: "2017-01-01", value: 100 },
      { from: "2020-01-01", value: null },
    ],
  };
  assert.equal(headline([ended], "2026-11-22"), null);
  assert.deepEqual(headline([ended, GRANT], "2026-11-22"), { amount: GRANT, value: 300000 });
});

test("figures are written with their unit", () => {
  assert.equal(figureWords(GRANT, 300000), "£3,000");
  assert.equal(figureWords({ ...GRANT, unit: "percent" }, 100), "100%");
  assert.equal(figureWords({ ...GRANT, unit: "weeks" }, 1), "1 week");
  assert.equal(figureWords({ ...GRANT, unit: "text" }, "a free pass"), "a free pass");
});

test("a price of nothing is free; nothing a month is money that does not come, and no figure for a list", () => {
  const nothing = [{ from: "2020-01-01", value: 0 }];
  const price: Amount = { ...GRANT, bound: "exact", values: nothing };
  const monthly: Amount = { ...price, per: "month" };
  assert.equal(figureWords(price, 0), "free");
  assert.equal(figureWords(monthly, 0), "£0");
  assert.deepEqual(headline([monthly, price], "2026-11-22"), { amount: price, value: 0 });
});
