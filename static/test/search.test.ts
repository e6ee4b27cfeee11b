/** The search box: beginnings of words, in any order, whatever the accents. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entitlement } from "../src/data/types";
import { matches } from "../src/features/rights/search";

const ENTRY = {
  title: "Setting up home money",
  summary: "Help for your first place.",
  also_called: ["SUHA"],
} as Entitlement;

test("every word typed must begin a word of the entry", () => {
  assert.equal(matches(ENTRY, "home sett"), true);
  assert.equal(matches(ENTRY, "suha"), true);
  assert.equal(matches(ENTRY, "ome"), false);
  assert.equal(matches(ENTRY, "home bus"), false);
});

test("nothing typed finds everything", () => {
  assert.equal(matches(ENTRY, "  "), true);
});
