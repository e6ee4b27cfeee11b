/**
 * The end of each young person's thread, for the list: only from the last reply on, because a thread may be very long and
 * an adviser has many young people.
 */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type AccountDb, accountDb, type Place } from "../../data/db";
import { readDevice } from "../../data/device";
import { partReaders, stale } from "../../data/store";
import type { MessageReadRow, MessageRow } from "../../data/types";

/** So far back an answer is looked for. */
const FARTHEST = 60;

export interface ThreadEnd {
  /** In the order of the thread: the last reply, if there is one, and what came after it. */
  messages: MessageRow[];
  /** The last that somebody of the adviser's side had seen. */
  reads: MessageReadRow[];
}

const NONE: ThreadEnd = { messages: [], reads: [] };
const ends = new Map<string, Signal<ThreadEnd>>();

partReaders.add(async (account) => {
  await Promise.all([...ends.keys()].map((space) => read(account, space)));
});

/** Kept up to date after each sync. Reading it in a component subscribes that. */
export function threadEnd(space: string): ThreadEnd {
  return stale.value ? NONE : signalOf(space).value;
}

function signalOf(space: string): ReadonlySignal<ThreadEnd> {
  let known = ends.get(space);
  if (!known) {
    known = signal(NONE);
    ends.set(space, known);
    void readDevice().then(({ account }) => read(account, space));
  }
  return known;
}

async function read(account: string | null, space: string): Promise<void> {
  const end = account === null ? NONE : await readEnd(await accountDb(account), space);
  const known = ends.get(space);
  // A list that draws itself anew after each sync, of nothing new, would do so every two seconds.
  if (known && JSON.stringify(known.peek()) !== JSON.stringify(end)) known.value = end;
}

async function readEnd(db: AccountDb, space: string): Promise<ThreadEnd> {
  const replied = (row: MessageRow) => !row.by_owner && row.withdrawn_at === null;
  const messages = await backTo<MessageRow>(db, space, "messages", replied);
  if (messages.every(replied)) return { ...NONE, messages };
  const reads = await backTo<MessageReadRow>(db, space, "message_reads", (row) => !row.by_owner);
  return { messages, reads: reads.filter((row) => !row.by_owner) };
}

/** The last rows of a thread back to one that is looked for, in the order of the thread. */
async function backTo<T>(
  db: AccountDb,
  space: string,
  collection: string,
  found: (row: T) => boolean,
): Promise<T[]> {
  const place = (number: number): Place => [space, collection, number];
  const range = IDBKeyRange.bound(place(-Infinity), place(Infinity));
  const rows: T[] = [];
  let at = await db.transaction("rows").store.index("place").openCursor(range, "prev");
  for (; at && rows.length < FARTHEST; at = await at.continue()) {
    const row = at.value as unknown as T;
    rows.unshift(row);
    if (found(row)) break;
  }
  return rows;
}
