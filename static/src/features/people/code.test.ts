/** One-time codes as they are typed and pasted. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inGroups, isWholeCode, tidyCode } from "./code";

test("a code is read however it was typed, and look-alike letters are put right", () => {
  assert.equal(tidyCode(" abcd efgh jkmn "), "ABCD-EFGH-JKMN");
  assert.equal(tidyCode("oil0-abcd"), "0110-ABCD");
});

test("a whole link can be pasted", () => {
  assert.equal(tidyCode("https://footing.example/join#ABCD-EFGH-JKMN"), "ABCD-EFGH-JKMN");
});

test("only 12 characters, or 8 to add a device, make a whole code", () => {
  assert.equal(isWholeCode("ABCD-EFGH-JKMN"), true);
  assert.equal(isWholeCode("ABCD-EFGH"), true);
  assert.equal(isWholeCode("ABCD-EFG"), false);
  assert.equal(isWholeCode(""), false);
});

test("a secret is shown in groups of four", () => {
  assert.equal(inGroups("ABCDEFGHIJ"), "ABCD EFGH IJ");
});
