/** Addresses of the check that is done side by side: rights stay below the person, all else leads out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, outside, togetherBase } from "./together-address";

const BASE = togetherBase("s-1");

test("a link to a right or to the check stays with this person, and comes back as the same address inside", () => {
  for (const to of ["/rights", "/rights/check/birthday", "/rights/money/voter-id"]) {
    assert.equal(outside(to, BASE), `/people/s-1/check${to}`);
    assert.equal(inside(outside(to, BASE), BASE), to);
  }
});

test("any other link leads out", () => {
  assert.equal(outside("/help", BASE), "/help");
  assert.equal(outside("/people/s-1/rights", BASE), "/people/s-1/rights");
});

test("the first page, and an address of somebody else, have nothing inside", () => {
  assert.equal(inside(BASE, BASE), "");
  assert.equal(inside("/people/s-10/check/rights", BASE), "");
});
