/** Which answers an adviser can give, by where a request stands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answersFor } from "./request-words";

test("a new request can be agreed, refused or done at once", () => {
  assert.deepEqual(answersFor("asked"), ["agreed", "refused", "done"]);
  assert.deepEqual(answersFor("seen"), answersFor("asked"));
});

test("a no can become a yes, and a yes can be done or become a no", () => {
  assert.deepEqual(answersFor("refused"), ["agreed"]);
  assert.deepEqual(answersFor("agreed"), ["done", "refused"]);
});

test("what is done or no longer wanted stays as it is", () => {
  assert.deepEqual(answersFor("done"), []);
  assert.deepEqual(answersFor("withdrawn"), []);
});
