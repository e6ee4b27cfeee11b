/** Money as people type it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePence } from "../src/features/asks/pence";

test("pounds are read with a point or a comma, with or without the sign", () => {
  const good: [string, number][] = [
    ["12.50", 1250],
    ["£12.50", 1250],
    ["12,50", 1250],
    ["12.5", 1250],
    [" £ 40 ", 4000],
    ["1,250", 125_000],
    ["1,250.00", 125_000],
    ["1.250,5", 125_050],
    ["1 250", 125_000],
    ["0.01", 1],
    ["100000", 10_000_000],
    ["١٢٫٥٠", 1250],
    ["۱۲", 1200],
  ];
  for (const [typed, pence] of good) assert.equal(parsePence(typed), pence, typed);
});

test("what is no amount is not guessed", () => {
  for (const typed of [
    "",
    "free",
    "0",
    "-5",
    "12.505",
    "1,25,0",
    "1.250",
    "1.250.5",
    "1,250,5",
    "100000.01",
    "12.50.1",
  ])
    assert.equal(parsePence(typed), null, typed);
});
