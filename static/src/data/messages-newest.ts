/**
 * The newest messages of a young person's own thread, for a phone whose sync has not come to them yet: it goes from the
 * oldest on, and a long thread takes a while. See docs/decisions/0006-no-open-connections.md.
 */
import { request } from "./api";
import { accountDb, withPlace } from "./db";
import { readDevice } from "./device";
import type { MessageRow } from "./types";

/** Fetches them and keeps those that are newer than what is here. Raises `ApiProblem`, and what IndexedDB raises. */
export async function fetchNewest(space: string): Promise<void> {
  const { account } = await readDevice();
  if (account === null) return;
  const { messages } = await request<{ messages: MessageRow[] }>("GET", `/spaces/${space}/messages`);
  if ((await readDevice()).account !== account) return;
  const rows = (await accountDb(account)).transaction("rows", "readwrite").store;
  for (const row of messages) {
    const key: [string, string, string] = [space, "messages", row.id];
    const known = await rows.get(key);
    // The sync may have been quicker, and may know that a message was taken back since.
    if ((known?.seq ?? -1) < (row.seq ?? 0)) await rows.put(withPlace(space, "messages", row), key);
  }
}
