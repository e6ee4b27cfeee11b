/** The part of a long thread that is read from the phone: the newest first, moving with the reader, and kept up to date. */
import "./phone";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import { accountDb } from "../src/data/db";
import { exchange } from "../src/data/exchange";
import {
  closeThread,
  MOST,
  PAGE,
  readAround,
  readNewer,
  readNewest,
  readOlder,
  reread,
  threadPart,
} from "../src/data/messages";
import { type FoundMessage, findMessages } from "../src/data/messages-find";
import { unreadOf } from "../src/data/messages-unread";
import { openStore, reloadStore } from "../src/data/store";
import type { MessageRow } from "../src/data/types";
import { freshPhone } from "./phone";

const COUNT = 300;

const message = (number: number, more: Partial<MessageRow> = {}) => ({
  ...{ id: `m${number}`, number, by: "Sam", by_owner: false, mine: false, body: `words ${number}` },
  ...{ files: [], withdrawn_at: null, arrived_at: "2026-11-22T09:00:00.000Z", ...more },
});

/** A phone with a thread whose numbers have gaps, as they have in life. */
async function phoneWithThread(count = COUNT) {
  const phone = await freshPhone();
  for (let n = 1; n <= count; n++) phone.server.write(phone.space, "messages", message(n * 3));
  await exchange(phone.account);
  await openStore(phone.account);
  const part = threadPart(phone.space);
  await reloadStore();
  const span = () =>
    [part.value.messages[0]?.number, part.value.messages.at(-1)?.number].map((n) => (n ?? 0) / 3);
  return { ...phone, part, span };
}

test("a thread opens at its newest page, and older pages come up to a limit", async () => {
  const { space, part, span } = await phoneWithThread();
  assert.deepEqual(span(), [COUNT - PAGE + 1, COUNT]);
  assert.deepEqual([part.value.older, part.value.newer], [true, false]);
  for (let n = 0; n < 50; n++) {
    await readOlder(space);
    assert.ok(part.value.messages.length <= MOST);
  }
  assert.deepEqual([span()[0], part.value.older, part.value.newer], [1, false, true]);
});

test("back down again nothing is missed, and the newest end is found", async () => {
  const { space, part, span } = await phoneWithThread();
  for (let n = 0; n < 50; n++) await readOlder(space);
  const seen = new Set<string>();
  for (let n = 0; n < 50; n++) {
    for (const one of part.value.messages) seen.add(one.id);
    await readNewer(space);
  }
  assert.equal(seen.size, COUNT);
  assert.deepEqual([span()[1], part.value.newer], [COUNT, false]);
});

test("a message that was found stands in the part that is read, and the way to the newest is open", async () => {
  const { space, part, span } = await phoneWithThread();
  await readAround(space, 300);
  assert.ok(part.value.messages.some((one) => one.number === 300));
  assert.deepEqual([part.value.older, part.value.newer], [true, true]);
  await readNewest(space);
  assert.deepEqual(span(), [COUNT - PAGE + 1, COUNT]);
});

test("what was asked for last stays, whatever else was still being read", async () => {
  const { space, part, span } = await phoneWithThread();
  const older = readOlder(space);
  const again = reread(space);
  await readAround(space, 300);
  await Promise.all([older, again]);
  assert.ok(part.value.messages.some((one) => one.number === 300));
  assert.ok((span()[0] ?? 0) > 60);
  // Both sides grow, although both are asked for at once.
  const [first = 0, last = 0] = span();
  await Promise.all([readOlder(space), readNewer(space)]);
  assert.deepEqual(span(), [first - PAGE, last + PAGE]);
});

test("a new message shows after the next sync, and a row that did not change stays the same thing", async () => {
  const { account, space, server, part } = await phoneWithThread();
  const before = part.value.messages.at(-1);
  server.write(space, "messages", message(COUNT * 3 + 1));
  await exchange(account);
  await reloadStore();
  assert.equal(part.value.messages.at(-1)?.number, COUNT * 3 + 1);
  assert.equal(part.value.messages.at(-2), before);
});

test("nothing of the last person is left when somebody else's store is opened", async () => {
  const { part } = await phoneWithThread(5);
  assert.equal(part.value.messages.length, 5);
  await openStore(null);
  assert.deepEqual(part.value.messages, []);
});

test("an empty thread is ready, and its first message comes", async () => {
  const { account, space, server, part } = await phoneWithThread(0);
  assert.deepEqual([part.value.ready, part.value.messages.length], [true, 0]);
  server.write(space, "messages", message(1));
  await exchange(account);
  await reloadStore();
  assert.equal(part.value.messages.length, 1);
  closeThread(space);
});

test("a search looks through the whole thread, the newest first", async () => {
  const { space } = await phoneWithThread();
  const found: FoundMessage[] = [];
  for await (const more of findMessages(space, "30 words", new AbortController().signal)) found.push(...more);
  const numbers = Array.from({ length: COUNT }, (_, n) => (n + 1) * 3).filter((n) => `${n}`.includes("30"));
  assert.ok(numbers.length > 5);
  assert.deepEqual(
    found.map((one) => one.number),
    [...numbers].sort((a, b) => b - a),
  );
});

test("a search passes over long gaps, and finds the oldest message and the newest", async () => {
  const phone = await freshPhone();
  const numbers = [1, 2, 40_000, 40_001, 99_999];
  for (const number of numbers) phone.server.write(phone.space, "messages", message(number));
  await exchange(phone.account);
  const found: number[] = [];
  for await (const more of findMessages(phone.space, "words", new AbortController().signal))
    found.push(...more.map((one) => one.number));
  assert.deepEqual(found, numbers.reverse());
});

test("what nobody here has seen is counted, without what was taken back", async () => {
  const { account, space, server } = await phoneWithThread(4);
  const reads = { id: "r", by: "Leo", by_owner: true, mine: true, upto: 6, at: "2026-11-22T09:00:00.000Z" };
  server.write(space, "message_reads", reads);
  server.write(space, "messages", message(20, { body: null, withdrawn_at: "2026-11-22T09:01:00.000Z" }));
  await exchange(account);
  const unread = unreadOf(space, "young");
  await reloadStore();
  assert.deepEqual(
    unread.value.waiting.map((row) => row.number),
    [9, 12],
  );
  assert.equal(unread.value.newest?.number, 12);
});

test("a phone of the version before keeps everything, and its thread is found by place", async () => {
  const { account, space } = await freshPhone();
  const old = await openDB(`footing-${account}`, 1, {
    upgrade: (db) => {
      db.createObjectStore("rows");
      db.createObjectStore("spaces", { keyPath: "id" });
      db.createObjectStore("operations", { keyPath: "id" }).createIndex("state", "state");
      db.createObjectStore("meta");
    },
  });
  await old.put("rows", message(3), [space, "messages", "m3"]);
  await old.put("rows", { id: "home-01", level: "with_help" }, [space, "skills", "home-01"]);
  await old.put("operations", { id: "op", state: "waiting" });
  old.close();
  const db = await accountDb(account);
  assert.equal(await db.count("operations"), 1);
  assert.equal(await db.count("rows"), 2);
  assert.deepEqual(await db.getAllKeysFromIndex("rows", "place"), [[space, "messages", "m3"]]);
});
