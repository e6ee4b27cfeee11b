/** Search inside one thread, on this device: a few messages at a time, so that the screen never stands still. */
import { accountDb, type Place } from "./db";
import { readDevice } from "./device";
import { plain } from "./plain-words";
import type { MessageRow } from "./types";

/** About so many messages are read at once. */
const STEP = 100;
/** Numbers have gaps: how many numbers hold that many messages is learned on the way. */
const NARROW = 50;
const WIDE = 5000;
/** More than this nobody reads through: a longer word finds less. */
export const MOST_FOUND = 50;

export interface FoundMessage {
  id: string;
  number: number;
  by: string;
  mine: boolean;
  body: string;
  arrived_at: string;
}

/** Every word that was typed stands in the message, in any order, whatever its accents and capitals. */
export function matches(body: string, wanted: readonly string[]): boolean {
  const words = plain(body);
  return wanted.every((word) => words.includes(word));
}

export const wantedOf = (typed: string): string[] => plain(typed).split(/\s+/u).filter(Boolean);

/** Messages with all these words, the newest first, as they are found. Ends when `signal` is aborted. */
export async function* findMessages(
  space: string,
  typed: string,
  signal: AbortSignal,
): AsyncGenerator<FoundMessage[]> {
  const wanted = wantedOf(typed);
  const { account } = await readDevice();
  if (account === null || wanted.length === 0) return;
  const db = await accountDb(account);
  const first = await endOf(db, space, "next");
  let before = (await endOf(db, space, "prev")) + 1;
  let span = STEP;
  for (let count = 0; count < MOST_FOUND && before > first && !signal.aborted; ) {
    // Each reading is a task of its own, and between two of them the screen answers.
    const rows = await readStep(db, space, before - span, before);
    before -= span;
    span = Math.round(Math.min(WIDE, Math.max(NARROW, (span * STEP) / Math.max(1, rows.length))));
    const found = rows.filter(({ body }) => body !== null && matches(body, wanted)).reverse();
    count += found.length;
    if (found.length > 0 && !signal.aborted) yield found.map(asFound);
  }
}

type Db = Awaited<ReturnType<typeof accountDb>>;

/** The number of the newest message, or of the oldest. Without any, 0. */
async function endOf(db: Db, space: string, direction: "prev" | "next"): Promise<number> {
  const index = db.transaction("rows").store.index("place");
  return (await index.openKeyCursor(range(space, 0, Number.MAX_SAFE_INTEGER), direction))?.key[2] ?? 0;
}

async function readStep(db: Db, space: string, from: number, before: number): Promise<MessageRow[]> {
  const rows = await db.getAllFromIndex("rows", "place", range(space, Math.max(0, from), before));
  return rows as unknown as MessageRow[];
}

const range = (space: string, from: number, before: number) =>
  IDBKeyRange.bound([space, "messages", from] as Place, [space, "messages", before] as Place, false, true);

const asFound = ({ id, number, by, mine, body, arrived_at }: MessageRow): FoundMessage => ({
  ...{ id, number, by, mine, arrived_at },
  body: body ?? "",
});
