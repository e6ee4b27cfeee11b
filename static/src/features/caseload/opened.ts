/**
 * Tells a young person that somebody looked at their pages: "opened" in "Who looked". Written down when it happens, so
 * that it is told after a visit without a signal too, and at most once in an hour from this device.
 */
import { useEffect } from "preact/hooks";
import { accountDb } from "../../data/db";
import { readDevice } from "../../data/device";
import { queueOperation } from "../../data/operations";

const HOUR_MS = 60 * 60 * 1000;

/** Looks of this page of the app, so that two screens one after the other do not both write. */
const said = new Map<string, number>();

/** Whether this hour (of the clock, as the server counts them) is another than that of the last look. */
export function isNewHour(last: number | undefined, now: number): boolean {
  return last === undefined || Math.floor(last / HOUR_MS) !== Math.floor(now / HOUR_MS);
}

/** Writes the look down; null: there is nobody to look at, or nothing to see. */
export function useOpened(space: string | null): void {
  useEffect(() => {
    if (!space) return;
    const look = () => {
      if (document.visibilityState === "visible") void noteOpened(space).catch(() => undefined);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [space]);
}

/** Gives whether it was written down now. Raises when the device's storage is full or switched off. */
export async function noteOpened(space: string, now = Date.now()): Promise<boolean> {
  const { account, offset } = await readDevice();
  if (account === null) return false;
  const at = now + offset;
  const known = `${account}/${space}`;
  if (!isNewHour(said.get(known), at)) return false;
  said.set(known, at);
  try {
    return await writeOpened(account, space, at);
  } catch (error) {
    said.delete(known);
    throw error;
  }
}

async function writeOpened(account: string, space: string, at: number): Promise<boolean> {
  const db = await accountDb(account);
  const key = `opened:${space}`;
  if (!isNewHour((await db.get("meta", key)) as number | undefined, at)) return false;
  await queueOperation(space, "space.opened", { at: new Date(at).toISOString() });
  await db.put("meta", at, key);
  return true;
}
