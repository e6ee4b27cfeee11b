/** Dates as people type them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxesToWhen, whenToBoxes, whenWords } from "./when";

const boxes = (day: string, month: string, year: string) => ({ day, month, year });

test("a whole date, a month or a year stands in the boxes", () => {
  assert.equal(boxesToWhen(boxes("1", "5", "2024")), "2024-05-01");
  assert.equal(boxesToWhen(boxes("", " 5 ", "2024")), "2024-05");
  assert.equal(boxesToWhen(boxes("", "", "2024")), "2024");
  assert.equal(boxesToWhen(boxes("29", "2", "2024")), "2024-02-29");
  assert.equal(boxesToWhen(boxes("٢٩", "٢", "۲۰۲۴")), "2024-02-29");
});

test("what is no date is none", () => {
  for (const [day, month, year] of [
    ["29", "2", "2023"],
    ["31", "4", "2024"],
    ["1", "", "2024"],
    ["1", "13", "2024"],
    ["0", "1", "2024"],
    ["", "", "24"],
    ["", "", ""],
  ] as const)
    assert.equal(boxesToWhen(boxes(day, month, year)), null, `${day}/${month}/${year}`);
});

test("a kept date goes back into its boxes, and into words", () => {
  for (const when of ["2024-05-01", "2024-05", "2024"]) assert.equal(boxesToWhen(whenToBoxes(when)), when);
  assert.deepEqual(whenToBoxes("not_sure"), boxes("", "", ""));
  assert.deepEqual(["2024-05-01", "2024-05", "2024", "not_sure"].map(whenWords), [
    "1 May 2024",
    "May 2024",
    "2024",
    "not sure",
  ]);
});
