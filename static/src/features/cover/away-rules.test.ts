/** What can be said of a time away: who covers on which days, where nobody does, and what is wrong with a plan. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type AwayTime, awayTroubles, coverDays, firstGap } from "./away-rules";

const TODAY = "2026-11-22";
const KIM = { name: "Kim", since: "2026-11-23T00:00:00.000Z", until: "2026-11-26T00:00:00.000Z" };
const ROBIN = { name: "Robin", since: "2026-11-26T00:00:00.000Z", until: "2026-11-28T00:00:00.000Z" };

const away = (covered: AwayTime["covered"]): AwayTime => ({
  ...{ id: "a", since: "2026-11-23", until: "2026-11-27", covered },
  cover: { id: "k", name: "Kim" },
});

test("a time that ends at midnight covers the day before, not the day that begins", () => {
  assert.deepEqual(coverDays([ROBIN, KIM], "2026-11-27"), [
    { name: "Kim", since: "2026-11-23", until: "2026-11-25" },
    { name: "Robin", since: "2026-11-26", until: "2026-11-27" },
  ]);
});

test("times of one person that touch are one", () => {
  const more = { ...KIM, since: KIM.until, until: "2026-11-28T00:00:00.000Z" };
  assert.deepEqual(coverDays([KIM, more], "2026-11-27"), [
    { name: "Kim", since: "2026-11-23", until: "2026-11-27" },
  ]);
});

test("in summer a day in London begins an hour before that of the universal time", () => {
  const summer = { name: "Kim", since: "2026-06-30T23:00:00.000Z", until: "2026-07-01T23:00:00.000Z" };
  assert.deepEqual(coverDays([summer], "2026-07-01"), [
    { name: "Kim", since: "2026-07-01", until: "2026-07-01" },
  ]);
});

test("the first day without cover is found, and days that are over do not count", () => {
  assert.equal(firstGap(away([KIM, ROBIN]), TODAY), null);
  assert.equal(firstGap(away([KIM]), TODAY), "2026-11-26");
  assert.equal(firstGap(away([]), TODAY), "2026-11-23");
  assert.equal(firstGap(away([ROBIN]), "2026-11-26"), null);
});

const TROUBLES: [string, Parameters<typeof awayTroubles>, ReturnType<typeof awayTroubles>][] = [
  ["all is well", [{ since: TODAY, until: TODAY, cover: "k" }, TODAY, false], []],
  [
    "nothing is typed",
    [{ since: "", until: "", cover: "" }, TODAY, false],
    [
      ["since", "no day"],
      ["until", "no day"],
      ["cover", "nobody"],
    ],
  ],
  [
    "backwards",
    [{ since: "2026-12-02", until: "2026-12-01", cover: "k" }, TODAY, false],
    [["until", "before"]],
  ],
  [
    "yesterday",
    [{ since: "2026-11-20", until: "2026-11-21", cover: "k" }, TODAY, false],
    [
      ["since", "past"],
      ["until", "past"],
    ],
  ],
  ["begun", [{ since: "2026-11-20", until: "2026-11-30", cover: "k" }, TODAY, true], []],
];

for (const [name, given, wanted] of TROUBLES)
  test(`a plan: ${name}`, () => assert.deepEqual(awayTroubles(...given), wanted));
