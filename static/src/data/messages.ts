/**
 * The part of a conversation that somebody looks at. A thread may hold 10,000 messages, so only some pages of it are in
 * memory: they move up and down with the reader, and only they are read again after a sync.
 */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type AccountDb, accountDb, type Place } from "./db";
import { readDevice } from "./device";
import type { Part } from "./messages-view";
import { partReaders, stale } from "./store";
import type { MessageLineRow, MessageReadRow, MessageRow } from "./types";

/**
 * So many messages come at a time, and at most so many are held. A slow phone draws a page in half of the 50 ms after which
 * it would seem to stand still; what is held is more than a tall screen and what is read ahead of it on both sides.
 */
export const PAGE = 12;
export const MOST = 60;

export interface ThreadPart extends Part {
  /** This device was asked: before that, "nothing there" means "not looked yet". */
  ready: boolean;
  /** There are older messages than these; and newer. */
  older: boolean;
  newer: boolean;
}

interface Bounds {
  from: number;
  to: number;
}

interface Open {
  part: Signal<ThreadPart>;
  /** A staff device that has not synced for long shows nothing. */
  shown: ReadonlySignal<ThreadPart>;
  bounds: Bounds | null;
  /** What is being read for it: one after the other, so that what was asked for last is what stays. */
  busy: Promise<void>;
}

const NONE: ThreadPart = { messages: [], lines: [], reads: [], ready: false, older: false, newer: false };
/** Numbers begin above this, and end below that. */
const START = 0;
const END = Number.MAX_SAFE_INTEGER;
const open = new Map<string, Open>();
let account: string | null = null;
/** The store has said whose rows are shown: before that, the device knows. */
let told = false;

partReaders.add(async (current) => {
  if (current !== account) for (const one of open.values()) Object.assign(one, { bounds: null });
  if (current !== account) for (const one of open.values()) one.part.value = NONE;
  account = current;
  told = true;
  await Promise.all([...open.keys()].map(reread));
});

/** What is read of a space's thread: at first its newest messages. Kept up to date until `closeThread`. */
export function threadPart(space: string): ReadonlySignal<ThreadPart> {
  let known = open.get(space);
  if (!known) {
    const part = signal(NONE);
    known = {
      part,
      shown: computed(() => (stale.value ? NONE : part.value)),
      bounds: null,
      busy: Promise.resolve(),
    };
    open.set(space, known);
    void reread(space);
  }
  return known.shown;
}

/** Forgets the part, so that the thread opens at its newest next time. */
export function closeThread(space: string): void {
  open.delete(space);
}

/** Reads one page more towards the beginning, and lets go of the newest ones when there are too many. */
export async function readOlder(space: string): Promise<void> {
  await move(space, async (db, { from, to }) => {
    if (from <= START) return null;
    const first = await stepFrom(db, space, "prev", [START, from - 1], PAGE);
    if (first === null) return null;
    const count = await db.countFromIndex("rows", "place", between(space, "messages", first, to));
    if (count <= MOST) return { from: first, to };
    return { from: first, to: (await stepFrom(db, space, "next", [first, END], MOST)) ?? to };
  });
}

/** Reads one page more towards the newest, and lets go of the oldest ones when there are too many. */
export async function readNewer(space: string): Promise<void> {
  await move(space, async (db, { from, to }) => {
    if (to === END) return null;
    const next = await stepFrom(db, space, "next", [to + 1, END], PAGE);
    const left = await db.countFromIndex("rows", "place", between(space, "messages", (next ?? to) + 1, END));
    const last = next === null || left === 0 ? END : next;
    const count = await db.countFromIndex("rows", "place", between(space, "messages", from, last));
    if (count <= MOST) return { from, to: last };
    return { from: (await stepFrom(db, space, "prev", [from, last], MOST)) ?? from, to: last };
  });
}

/** Goes to the newest messages. */
export async function readNewest(space: string): Promise<void> {
  await move(space, async (db) => newest(db, space));
}

/** Goes to the messages around one of them, such as one that was found. */
export async function readAround(space: string, number: number): Promise<void> {
  await move(space, async (db) => {
    const from = await stepFrom(db, space, "prev", [START, number], PAGE / 2);
    const to = await stepFrom(db, space, "next", [number, END], PAGE);
    const left =
      to === null ? 0 : await db.countFromIndex("rows", "place", between(space, "messages", to + 1, END));
    return { from: from ?? number, to: left === 0 ? END : (to ?? END) };
  });
}

async function move(
  space: string,
  choose: (db: AccountDb, now: Bounds) => Promise<Bounds | null>,
): Promise<void> {
  await inTurn(space, async (one) => {
    if (!one.bounds || account === null) return;
    const next = await choose(await accountDb(account), one.bounds);
    if (!next) return;
    one.bounds = next;
    await read(space, one);
  });
}

/** Reads the part of a thread from this device again. */
export async function reread(space: string): Promise<void> {
  await inTurn(space, (one) => read(space, one));
}

function inTurn(space: string, work: (one: Open) => Promise<void>): Promise<void> {
  const one = open.get(space);
  if (!one) return Promise.resolve();
  const done = one.busy.then(() => work(one));
  one.busy = done.catch(() => undefined);
  return done;
}

async function read(space: string, one: Open): Promise<void> {
  if (!told) account = (await readDevice()).account;
  if (account === null) return;
  const current = account;
  const db = await accountDb(current);
  const bounds = one.bounds ?? (await newest(db, space));
  const part = await readPart(db, space, bounds);
  if (current !== account || open.get(space) !== one) return;
  // Nothing to hold on to yet: the thread may come while it is looked at.
  one.bounds = part.messages.length > 0 ? bounds : null;
  one.part.value = { ...part, messages: asBefore(part.messages, one.part.peek().messages) };
}

/** The same rows as before where nothing changed, so that what shows them knows that it need not be drawn again. */
function asBefore(rows: readonly MessageRow[], before: readonly MessageRow[]): MessageRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return rows.map((row) => {
    const old = known.get(row.id);
    return old && old.seq === row.seq ? old : row;
  });
}

async function newest(db: AccountDb, space: string): Promise<Bounds> {
  return { from: (await stepFrom(db, space, "prev", [START, END], PAGE)) ?? START, to: END };
}

/** The number of the n-th message from one end of a stretch; of the last one, when there are fewer. Null: none at all. */
async function stepFrom(
  db: AccountDb,
  space: string,
  direction: "prev" | "next",
  [from, to]: [number, number],
  n: number,
): Promise<number | null> {
  const range = between(space, "messages", from, to);
  const index = db.transaction("rows").store.index("place");
  const cursor = await index.openKeyCursor(range, direction);
  if (!cursor) return null;
  const far = n > 1 ? await cursor.advance(n - 1) : cursor;
  if (far) return far.key[2];
  const end = await index.openKeyCursor(range, direction === "prev" ? "next" : "prev");
  return end?.key[2] ?? null;
}

const between = (space: string, collection: string, from: number, to: number) =>
  IDBKeyRange.bound([space, collection, from] as Place, [space, collection, to] as Place);

async function readPart(db: AccountDb, space: string, { from, to }: Bounds): Promise<ThreadPart> {
  const index = db.transaction("rows").store.index("place");
  const got = <T>(collection: string, low: number, high: number, most?: number) =>
    index.getAll(between(space, collection, low, high), most) as Promise<unknown> as Promise<T[]>;
  const [older, newer] = await Promise.all([
    from > START ? index.count(between(space, "messages", START, from - 1)) : 0,
    to === END ? 0 : index.count(between(space, "messages", to + 1, END)),
  ]);
  const [messages, lines, reads, next] = await Promise.all([
    got<MessageRow>("messages", from, to),
    got<MessageLineRow>("message_lines", older > 0 ? from : START, to),
    got<MessageReadRow>("message_reads", from, to),
    // The last message of a part may have been seen only together with later ones.
    to === END ? [] : got<MessageReadRow>("message_reads", to + 1, END, PAGE),
  ]);
  const all = [...reads, ...next];
  return { messages, lines, reads: all, ready: true, older: older > 0, newer: newer > 0 };
}
