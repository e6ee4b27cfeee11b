/** The newest messages, asked for apart while a long sync is under way. */
import "./phone";
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb } from "../src/data/db";
import { changeDevice } from "../src/data/device";
import { fetchNewest } from "../src/data/messages-newest";
import type { MessageRow } from "../src/data/types";
import { freshPhone } from "./phone";

const row = (number: number, more: Partial<MessageRow> = {}) => ({
  ...{
    id: `m${number}`,
    number,
    seq: number,
    by: "Sam",
    by_owner: false,
    mine: false,
    body: `words ${number}`,
  },
  ...more,
});

/** A phone that already has these, and a server that answers with those. */
async function phoneWith(has: ReturnType<typeof row>[], answer: () => Promise<Response> | Response) {
  const phone = await freshPhone();
  const db = await accountDb(phone.account);
  for (const one of has) await db.put("rows", one as never, [phone.space, "messages", one.id]);
  const asked: string[] = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return answer();
  };
  const kept = async () =>
    ((await db.getAll("rows")) as unknown as MessageRow[]).map((one) => [one.id, one.body]);
  return { ...phone, db, asked, kept };
}

const messages = (...rows: ReturnType<typeof row>[]) =>
  new Response(JSON.stringify({ messages: rows, more: true }));

test("they are kept, and found by their place in the thread", async () => {
  const { db, space, asked } = await phoneWith([], () => messages(row(8), row(9)));
  await fetchNewest(space);
  assert.match(asked.join(), new RegExp(`/spaces/${space}/messages$`));
  assert.deepEqual(await db.getAllKeysFromIndex("rows", "place"), [
    [space, "messages", "m8"],
    [space, "messages", "m9"],
  ]);
});

test("what the sync has brought meanwhile is newer and stays: a message that was taken back stays so", async () => {
  const gone = row(8, { seq: 20, body: null, withdrawn_at: "2026-11-22T09:00:00.000Z" });
  const old = row(9, { seq: 3, body: "before" });
  const { space, kept } = await phoneWith([gone, old], () => messages(row(8), row(9)));
  await fetchNewest(space);
  assert.deepEqual(await kept(), [
    ["m8", null],
    ["m9", "words 9"],
  ]);
});

test("what comes for somebody who has signed out since is not kept", async () => {
  const { space, kept } = await phoneWith([], async () => {
    await changeDevice((device) => ({ ...device, account: "somebody-else" }));
    return messages(row(9));
  });
  await fetchNewest(space);
  assert.deepEqual(await kept(), []);
});

test("without a signal it says so, and nothing is changed", async () => {
  const { space, kept } = await phoneWith([row(1)], () => Promise.reject(new TypeError("network")));
  await assert.rejects(fetchNewest(space), /no connection/);
  assert.deepEqual(await kept(), [["m1", "words 1"]]);
});

test("nobody signed in: nothing is asked", async () => {
  const { space, asked } = await phoneWith([], () => messages(row(9)));
  await changeDevice((device) => ({ ...device, account: null }));
  await fetchNewest(space);
  assert.deepEqual(asked, []);
});
