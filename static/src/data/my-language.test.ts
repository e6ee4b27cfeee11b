/** Whose language counts: the phone's or the account's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "./my-language";

test("a new phone takes the language of the account", () => {
  assert.deepEqual(settled(null, "ar"), { show: "ar" });
  assert.deepEqual(settled(null, "en"), {});
});

test("an account that nobody has set takes the language chosen on the phone", () => {
  assert.deepEqual(settled("ti", "en"), { tell: "ti" });
});

test("what a person chose for their account is never overwritten by a phone", () => {
  assert.deepEqual(settled("sq", "ar"), {});
  assert.deepEqual(settled("en", "ar"), {});
  assert.deepEqual(settled("en", "en"), {});
});
