/** Which kept drafts are a message that somebody began. */
import "./phone";
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb } from "../src/data/db";
import { begunMessage } from "../src/features/me/begun-message";
import { freshPhone } from "./phone";

const draft = (body: string, files: string[] | null = null) => ({ body, files });

for (const [name, kept, found] of [
  ["no draft at all", {}, null],
  ["words", { "message-draft/one": draft("I have the") }, "one"],
  ["only a picture", { "message-draft/one": draft("", ["f1"]) }, "one"],
  ["only spaces", { "message-draft/one": draft(" \n ") }, null],
  ["the second of two", { "message-draft/one": draft(""), "message-draft/two": draft("Hi") }, "two"],
  ["the draft of something else", { "ask-draft": draft("x"), "rate-draft/one": draft("x") }, null],
] as const)
  test(`${name}: ${found ? "a message was begun" : "no message was begun"}`, async () => {
    const { account } = await freshPhone();
    const db = await accountDb(account);
    for (const [key, value] of Object.entries(kept)) await db.put("meta", value, key);
    await db.put("meta", 1, "synced_at");
    assert.equal(await begunMessage(account), found);
  });
