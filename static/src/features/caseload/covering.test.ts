/** Whether an adviser stands in for another one, who may have the same name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { coveringOf } from "./covering";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const cover = (since: string, until: string | null, mine = true) => ({ name: "Sam", mine, since, until });
const sams = (...times: ReturnType<typeof cover>[]) =>
  coveringOf({ adviser: { name: "Sam", mine: false }, cover: times }, NOW);

test("who covers now is told for whom, and on which day it ends", () => {
  const until = "2026-11-27T00:00:00.000Z";
  assert.deepEqual(sams(cover("2026-11-20T00:00:00.000Z", until)), { adviser: "Sam", until: "2026-11-26" });
  assert.deepEqual(sams(cover("2026-11-20T00:00:00.000Z", null)), { adviser: "Sam", until: null });
});

test("cover that is over, to come, or another's is none", () => {
  assert.equal(sams(cover("2026-11-20T00:00:00.000Z", "2026-11-22T12:00:00.000Z")), null);
  assert.equal(sams(cover("2026-11-23T00:00:00.000Z", null)), null);
  assert.equal(sams(cover("2026-11-20T00:00:00.000Z", null, false)), null);
  assert.equal(coveringOf({ adviser: { name: "Sam", mine: true } }, NOW), null);
});

test("the longest of several times counts, and a young person may have no adviser", () => {
  const times = [
    cover("2026-11-20T00:00:00.000Z", "2026-11-24T00:00:00.000Z"),
    cover("2026-11-21T00:00:00.000Z", "2026-11-30T00:00:00.000Z"),
  ];
  assert.equal(sams(...times)?.until, "2026-11-29");
  assert.equal(coveringOf({ adviser: null, cover: times }, NOW)?.adviser, null);
});
