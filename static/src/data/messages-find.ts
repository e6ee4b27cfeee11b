/** Search inside one thread, on this device: a few messages at a time, so that the screen never stands still. */
import { accountDb, type Place } from "./db";
import { readDevice } from "./device";
import { plain } from "./plain-words";
import type { MessageRow } from "./types";

/** So many messages are read at once. */
const STEP = 50;
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
  let before = Number.MAX_SAFE_INTEGER;
  for (let count = 0; count < MOST_FOUND && !signal.aborted; ) {
    const rows = await oneStep(await stepStart(db, space, before), before);
    if (rows === null) return;
    before = rows.from;
    const found = rows.messages.filter(({ body }) => body !== null && matches(body, wanted)).reverse();
    count += found.length;
    if (found.length > 0 && !signal.aborted) yield found.map(asFound);
    await new Promise((resolve) => setTimeout(resolve));
  }

  async function oneStep(from: number | null, to: number) {
    if (from === null) return null;
    const index = db.transaction("rows").store.index("place");
    const messages = (await index.getAll(range(space, from, to))) as unknown as MessageRow[];
    return { from, messages };
  }
}

/** The place of the first of the last few messages before a place. */
async function stepStart(
  db: Awaited<ReturnType<typeof accountDb>>,
  space: string,
  before: number,
): Promise<number | null> {
  const index = db.transaction("rows").store.index("place");
  const cursor = await index.openKeyCursor(range(space, 0, before), "prev");
  if (!cursor) return null;
  const far = await cursor.advance(STEP - 1);
  return far ? far.key[2] : ((await index.openKeyCursor(range(space, 0, before)))?.key[2] ?? null);
}

const range = (space: string, from: number, before: number) =>
  IDBKeyRange.bound([space, "messages", from] as Place, [space, "messages", before] as Place, false, true);

const asFound = ({ id, number, by, mine, body, arrived_at }: MessageRow): FoundMessage => ({
  ...{ id, number, by, mine, arrived_at },
  body: body ?? "",
});
