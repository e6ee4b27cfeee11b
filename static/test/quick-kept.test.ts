/** An adviser's quick replies: tidied, kept in their own account, and those offered while there are none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb } from "../src/data/db";
import {
  keepReplies,
  LONGEST_REPLY,
  MOST_REPLIES,
  ownReplies,
  readReplies,
  tidied,
} from "../src/features/caseload/quick-kept";
import { freshPhone } from "./phone";

test("empty ones go, the same one is kept once, and there is an end to their number and length", () => {
  assert.deepEqual(tidied([" Yes. ", "", "  ", "Yes.", "No."]), ["Yes.", "No."]);
  assert.equal(tidied(Array.from({ length: 20 }, (_, at) => `Reply ${at}`)).length, MOST_REPLIES);
  // Cut between letters, never within one.
  assert.equal([...(tidied(["🙂".repeat(400)])[0] ?? "")].length, LONGEST_REPLY);
});

test("they are kept in the account's own database, and nobody else on this device gets them", async () => {
  const { account } = await freshPhone();
  await keepReplies(["Ring me.", ""]);
  assert.deepEqual(ownReplies.value, { account, replies: ["Ring me."] });
  assert.deepEqual(await (await accountDb(account)).get("meta", "quick-replies"), ["Ring me."]);
  await freshPhone();
  await readReplies();
  assert.equal(ownReplies.value, null);
});

test("to take out all brings back those offered", async () => {
  const { account } = await freshPhone();
  await keepReplies(["Ring me."]);
  await keepReplies(["  "]);
  assert.equal(ownReplies.value, null);
  assert.equal(await (await accountDb(account)).get("meta", "quick-replies"), undefined);
});
