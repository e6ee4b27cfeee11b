/** A message that was begun on this phone and not sent: signing out takes it away. */
import { accountDb } from "../../data/db";
import { draftKey } from "../../data/draft-key";
import { saysNothing } from "../messages/draft";

const FIRST = draftKey("");

/** The space of the conversation in which this account has begun a message, the first if there are several; else null. */
export async function begunMessage(account: string): Promise<string | null> {
  const db = await accountDb(account);
  for (const key of await db.getAllKeys("meta", IDBKeyRange.lowerBound(FIRST))) {
    if (!key.startsWith(FIRST)) break;
    const kept = (await db.get("meta", key)) as { body: string; files: readonly string[] | null };
    if (!saysNothing(kept.body) || kept.files?.length) return key.slice(FIRST.length);
  }
  return null;
}
