/** The words for who can get something: each key says something, groups fold, unknown codes stay silent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isForEverybody, whoGroup } from "../src/features/rights/who";

test("an empty tree is for everybody", () => {
  assert.equal(isForEverybody({}), true);
  assert.deepEqual(whoGroup({}), { join: "all", items: [] });
});

test("ages read as a person would say them", () => {
  assert.deepEqual(whoGroup({ age_min: 18, age_max: 24 }).items, ["you are aged 18 to 24"]);
  assert.deepEqual(whoGroup({ age_min: 16 }).items, ["you are 16 or over"]);
  assert.deepEqual(whoGroup({ age_max: 20 }).items, ["you are 20 or under"]);
  assert.deepEqual(whoGroup({ age_min: 18, age_max: 18 }).items, ["you are 18"]);
});

test("several keys of one node all count", () => {
  const group = whoGroup({ status_any: ["relevant", "frc"], in_education: ["higher"], parent: false });
  assert.equal(group.join, "all");
  assert.deepEqual(group.items, [
    "you are a care leaver aged 16 or 17, or a care leaver aged 18 or over",
    "you are at university or on a course of that level",
    "you do not have a child",
  ]);
});

test("any of several stays a choice, with the groups inside kept together", () => {
  const group = whoGroup({
    any: [
      { status_any: ["frc"], age_min: 18, age_max: 24 },
      { all: [{ age_max: 17 }, { ask: "Are you moving?" }] },
    ],
  });
  assert.equal(group.join, "any");
  assert.deepEqual(group.items[0], {
    join: "all",
    items: ["you are aged 18 to 24", "you are a care leaver aged 18 or over"],
  });
  assert.deepEqual(group.items[1], {
    join: "all",
    items: ["you are 17 or under", "you can say yes to “Are you moving?”"],
  });
});

test("groups of one and groups in a group of their kind are taken apart", () => {
  assert.deepEqual(whoGroup({ all: [{ all: [{ on_uc: true }] }, { any: [{ pregnant: true }] }] }), {
    join: "all",
    items: ["you get Universal Credit", "you are pregnant"],
  });
});

test("not takes one node or a list, and is never lost", () => {
  const inside = { join: "none", items: ["you get Universal Credit"] };
  assert.deepEqual(whoGroup({ not: { on_uc: true } }), inside);
  assert.deepEqual(whoGroup({ age_min: 18, not: [{ on_uc: true }] }).items, ["you are 18 or over", inside]);
});

test("savings are pounds, dates to come are written out", () => {
  assert.deepEqual(whoGroup({ savings_max: 16000, date_from: "2099-04-01" }).items, [
    "you have £16,000 or less in savings",
    "it is 1 April 2099 or later",
  ]);
});

test("a code that this version does not know is left out, not shown raw", () => {
  assert.deepEqual(whoGroup({ status_any: ["brand_new_code"], living: ["halls", "moon"] }).items, [
    "you live in student halls",
  ]);
});
