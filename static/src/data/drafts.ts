/**
 * What is being typed, kept on this phone until it is sent. It lies in the account's own database and not in
 * localStorage, so that signing out takes it away and the next person on a shared phone never sees it.
 */
import { type AccountDb, accountDb } from "./db";
import { readDevice } from "./device";
import { me } from "./session";

/** The last write of each draft. A screen that is left writes its last words while the next one opens already. */
const writing = new Map<string, Promise<boolean>>();

/** The draft of a name; null for none, or when this phone keeps nothing. */
export async function readDraft<T>(account: string | null, key: string): Promise<T | null> {
  if (account === null) return null;
  await writing.get(`${account}/${key}`);
  const db = await accountDb(account).catch(() => null);
  return ((await db?.get("meta", key).catch(() => null)) as T | undefined | null) ?? null;
}

/**
 * Writes a draft down, after those that were given before it. Null leaves nothing behind.
 * `now`: what it is when its turn comes, because an earlier one that is slow must not bring back what was sent.
 * `space`: the space that it is about, after whose end nothing more of it is written down.
 * Gives whether this phone has it.
 */
export function keepDraft(
  account: string | null,
  key: string,
  now: () => object | null,
  space?: string,
): Promise<boolean> {
  if (account === null) return Promise.resolve(false);
  const name = `${account}/${key}`;
  const before = writing.get(name) ?? Promise.resolve(true);
  const write = before.then(() => put(account, key, now(), space)).catch(() => false);
  writing.set(name, write);
  return write;
}

async function put(account: string, key: string, draft: object | null, space?: string): Promise<boolean> {
  // Signing out in another tab removed this account's database: writing would make it again.
  if ((await readDevice()).account !== account) return false;
  const db = await accountDb(account);
  if (draft !== null && space && (await isOver(db, space))) return false;
  await (draft === null ? db.delete("meta", key) : db.put("meta", draft, key));
  return true;
}

/** A space that is over for this person has taken its drafts with it. One's own is not here before the first sync. */
async function isOver(db: AccountDb, space: string): Promise<boolean> {
  if (space === me.peek()?.space) return false;
  return (await db.getKey("spaces", space).catch(() => space)) === undefined;
}
