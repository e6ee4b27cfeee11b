/** Sources for readers: places in a council's paper become one line with its title; laws stay as they are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceLines } from "../src/features/rights/sources";

const PAPER = { title: "Care Leaver Strategy", date: "2016-10-31" };

test("places in the paper are gathered, other sources stay", () => {
  assert.deepEqual(sourceLines(["001_ab.txt line 74", "CA89 s23C(3)(a)", "001_ab.txt line 441"], PAPER), [
    "CA89 s23C(3)(a)",
    "“Care Leaver Strategy” (October 2016), lines 74, 441",
  ]);
});

test("without a paper its file's name is still not shown", () => {
  assert.deepEqual(sourceLines(["x_1.txt line 3"], null), ["A council paper, lines 3"]);
  assert.deepEqual(sourceLines(["CLR reg 8"], null), ["CLR reg 8"]);
});
