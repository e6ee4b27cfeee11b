/** Writes one answer of the server into the account's database, in one transaction. No DOM. */
import { accountDb, fileRange, rowRange, withPlace } from "./db";
import { draftKey } from "./draft-key";
import { endOperations, sendAgain, settle } from "./queue";
import type { ServerRow, SpaceChanges, SyncAnswer, Tombstone, WireOperation } from "./types";

/** What an answer changed, for those who show it. */
export interface Applied {
  /** Ids of operations to be sent again later. */
  later: string[];
  /** Some space has more pages. */
  more: boolean;
  /** Anything at all: rows, answers to operations, spaces that came or ended. */
  changed: boolean;
  /** Some operations wait again because the server was restored. */
  resend: boolean;
}

const isTombstone = (row: ServerRow | Tombstone): row is Tombstone =>
  "deleted" in row && row.deleted === true;

/**
 * Applies an answer. Either all of it is written, with the new cursors, or nothing.
 * A killed page asks again from its old cursor and gets the same rows.
 */
export async function applyAnswer(
  account: string,
  sent: WireOperation[],
  answer: SyncAnswer,
): Promise<Applied> {
  const db = await accountDb(account);
  const tx = db.transaction(["rows", "operations", "spaces", "meta", "files"], "readwrite");
  const later = await settle(tx, sent, answer.outcomes);
  const justAnswered = new Set(answer.outcomes.map((outcome) => outcome.id));
  let resend = false;
  let changed = answer.outcomes.length > 0 || answer.ended.length > 0;
  for (const space of answer.spaces) {
    const before = await tx.objectStore("spaces").get(space.id);
    if (space.reset || (before && before.epoch !== space.epoch)) {
      await tx.objectStore("rows").delete(rowRange(space.id));
      await sendAgain(tx, space.id, justAnswered);
      resend = true;
    }
    changed ||= !before || resend || Object.values(space.changes).some((rows) => rows.length > 0);
    await writeRows(tx.objectStore("rows"), space);
    await tx.objectStore("spaces").put({ id: space.id, epoch: space.epoch, seq: space.seq });
  }
  for (const ended of answer.ended) {
    await tx.objectStore("rows").delete(rowRange(ended));
    await tx.objectStore("spaces").delete(ended);
    await tx.objectStore("files").delete(fileRange(ended));
    await tx.objectStore("meta").delete(draftKey(ended));
    await endOperations(tx, ended);
  }
  await tx.objectStore("meta").put(Date.parse(answer.now), "synced_at");
  await tx.done;
  return { later, more: answer.spaces.some((space) => space.more === true), changed, resend };
}

interface RowStore {
  put(row: ServerRow, key: [string, string, string]): Promise<unknown>;
  delete(key: [string, string, string]): Promise<unknown>;
}

async function writeRows(rows: RowStore, space: SpaceChanges): Promise<void> {
  for (const [collection, changed] of Object.entries(space.changes)) {
    for (const row of changed) {
      const key: [string, string, string] = [space.id, collection, row.id];
      await (isTombstone(row) ? rows.delete(key) : rows.put(withPlace(space.id, collection, row), key));
    }
  }
}
