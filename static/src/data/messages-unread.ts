/** How many messages of the other side nobody has seen on this side, and the newest of them: for a card, not for a thread. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type AccountDb, accountDb, type Place } from "./db";
import { readDevice } from "./device";
import type { Side } from "./messages-view";
import { partReaders } from "./store";
import type { MessageReadRow, MessageRow, Operation } from "./types";

export interface Unread {
  /** The newest message of the other side that was not taken back, seen or not. */
  newest: MessageRow | null;
  /** Those that the server does not know as seen, the oldest first. */
  waiting: readonly MessageRow[];
}

/** More are not counted one by one. */
export const MOST_COUNTED = 99;
const FARTHEST = 60;
const NONE: Unread = { newest: null, waiting: [] };

interface Known {
  unread: Signal<Unread>;
  side: Side;
}

const known = new Map<string, Known>();

partReaders.add(async (account) => {
  await Promise.all([...known.keys()].map((space) => read(account, space)));
});

/** For one side of a space. Kept up to date after each sync. */
export function unreadOf(space: string, side: Side): ReadonlySignal<Unread> {
  let found = known.get(space);
  if (found?.side !== side) {
    found = { unread: signal(NONE), side };
    known.set(space, found);
    void readDevice().then(({ account }) => read(account, space));
  }
  return found.unread;
}

/** Pure: what is left when this phone has seen some that it has not told the server yet. */
export function stillUnread({ waiting }: Unread, pending: readonly Operation[]): number {
  const seen = new Set(pending.filter((one) => one.kind === "message.seen").map((one) => one.body.upto));
  const last = waiting.map((row) => seen.has(row.id)).lastIndexOf(true);
  return waiting.length - 1 - last;
}

async function read(account: string | null, space: string): Promise<void> {
  const found = known.get(space);
  if (!found) return;
  const next = account === null ? NONE : await readUnread(await accountDb(account), space, found.side);
  // What shows it need not be drawn again after a sync that brought nothing of it.
  if (JSON.stringify(found.unread.peek()) !== JSON.stringify(next)) found.unread.value = next;
}

async function readUnread(db: AccountDb, space: string, side: Side): Promise<Unread> {
  const owner = side === "young";
  const read = await last<MessageReadRow>(db, space, "message_reads", (row) => row.by_owner === owner);
  const range = between(space, "messages", (read?.upto ?? -1) + 1);
  const rows = (await db.getAllFromIndex("rows", "place", range, MOST_COUNTED)) as unknown as MessageRow[];
  const theirs = (row: MessageRow) => row.by_owner !== owner && row.withdrawn_at === null;
  return { newest: await last<MessageRow>(db, space, "messages", theirs), waiting: rows.filter(theirs) };
}

/** The last row of a thread for which something is true; null when there is none among the last few. */
async function last<T>(
  db: AccountDb,
  space: string,
  collection: string,
  wanted: (row: T) => boolean,
): Promise<T | null> {
  const index = db.transaction("rows").store.index("place");
  let at = await index.openCursor(between(space, collection, 0), "prev");
  for (let looked = 0; at && looked < FARTHEST; looked++, at = await at.continue()) {
    const row = at.value as unknown as T;
    if (wanted(row)) return row;
  }
  return null;
}

const between = (space: string, collection: string, from: number) =>
  IDBKeyRange.bound(
    [space, collection, from] as Place,
    [space, collection, Number.MAX_SAFE_INTEGER] as Place,
  );
