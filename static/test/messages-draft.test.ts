/** What a message may be, as the field says it before the server would. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { afterSending, LONGEST, nearlyFull, roomLeft, saysNothing } from "../src/features/messages/draft";

test("the room left is counted in characters, as the server counts them", () => {
  assert.equal(roomLeft("x".repeat(LONGEST)), 0);
  assert.equal(roomLeft("x".repeat(LONGEST + 3)), -3);
  // Each of these is two halves for a phone and one character for the server.
  assert.equal(roomLeft("😀".repeat(LONGEST)), 0);
  assert.equal(roomLeft("😀".repeat(LONGEST + 1)), -1);
});

test("how many more fit is said near the end only", () => {
  const table: [string, boolean][] = [
    ["", false],
    ["x".repeat(LONGEST - 501), false],
    ["x".repeat(LONGEST - 500), true],
    ["x".repeat(LONGEST + 1), true],
  ];
  for (const [body, said] of table) assert.equal(nearlyFull(body), said, `${body.length}`);
});

test("a text that nobody can see says nothing", () => {
  for (const body of ["", "  \n\t ", "\u200b\u2060", "\u202e \u00a0", "\u0000"])
    assert.equal(saysNothing(body), true, JSON.stringify(body));
  for (const body of [".", "😀", " \u202eok"]) assert.equal(saysNothing(body), false, body);
});

test("what was typed or chosen while a message was written down stays", () => {
  const sent = { body: "Hi Sam", files: ["a"] };
  const table: [string, string[], string, string[]][] = [
    ["Hi Sam", ["a"], "", []],
    ["Hi Sam, and one more", ["a", "b"], ", and one more", ["b"]],
    ["Hi Sam\nThe rest", [], "The rest", []],
    ["Something else", ["b"], "Something else", ["b"]],
    ["", [], "", []],
  ];
  for (const [body, files, left, still] of table)
    assert.deepEqual(afterSending({ body, files }, sent), { body: left, files: still }, body);
});
