/** The end of a thread, as an adviser's list reads it from the device: back to the last reply and no farther. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb, withPlace } from "../src/data/db";
import { partReaders } from "../src/data/store";
import { threadEnd } from "../src/features/caseload/messages-waiting";
import { freshPhone } from "./phone";

/** Writes the rows of a thread, one letter a message ("y": the young person, "s": staff), as if a sync had come. */
async function synced(account: string, space: string, thread: string, seen: number[] = []): Promise<void> {
  const db = await accountDb(account);
  const put = (collection: string, row: { id: string }) =>
    db.put("rows", withPlace(space, collection, row), [space, collection, row.id]);
  for (const [at, by] of [...thread].entries())
    await put("messages", {
      ...{ id: `m${1000 - at}`, number: at + 1, by_owner: by === "y", withdrawn_at: null },
    } as never);
  for (const upto of seen) await put("message_reads", { id: `r${upto}`, upto, by_owner: false } as never);
  await Promise.all([...partReaders].map((read) => read(account)));
}

const numbers = (space: string) => threadEnd(space).messages.map(({ number }) => number);

test("it goes back to the last reply, by number and not by id", async () => {
  const { account, space } = await freshPhone();
  threadEnd(space);
  await synced(account, space, "ysyysyy", [3, 6]);
  assert.deepEqual(numbers(space), [5, 6, 7]);
  assert.deepEqual(
    threadEnd(space).reads.map(({ upto }) => upto),
    [6],
  );
});

test("a reply that comes with the next sync is the end", async () => {
  const { account, space } = await freshPhone();
  threadEnd(space);
  await synced(account, space, "sy");
  assert.deepEqual(numbers(space), [1, 2]);
  await synced(account, space, "sys");
  assert.deepEqual(numbers(space), [3]);
});

test("a thread of another young person is not read, and nothing of one who signed out", async () => {
  const { account, space } = await freshPhone();
  threadEnd(space);
  threadEnd(`${space}0`);
  await synced(account, space, "yy");
  assert.deepEqual(numbers(`${space}0`), []);
  await Promise.all([...partReaders].map((read) => read(null)));
  assert.deepEqual(numbers(space), []);
});
