/** Messages that were taken back and that the server does not have: it would answer "not yet" for ever. No DOM. */
import { accountDb, fileRange } from "./db";
import type { KeptFile } from "./kept-files";
import type { Operation } from "./types";

/**
 * Settles on this phone what can be settled without the server, and gives the ids of the operations that are gone.
 * A withdrawal goes when its message was refused. With a file that never arrived, the message itself cannot have gone
 * either, so both go, and the message's files. What may be on its way is left to the server.
 */
export async function settleTakenBack(account: string, waiting: readonly Operation[]): Promise<Set<string>> {
  const gone = new Set<string>();
  const back = waiting.filter(({ kind }) => kind === "message.withdraw");
  if (back.length === 0) return gone;
  const tx = (await accountDb(account)).transaction(["operations", "files"], "readwrite");
  const [queue, kept] = [tx.objectStore("operations"), tx.objectStore("files")];
  for (const { id, body } of back) {
    const message = await queue.get(String(body.message));
    if (message?.state === "refused") gone.add(id);
    if (message?.state !== "waiting") continue;
    const files = (message.body.files ?? []) as string[];
    const found = await Promise.all(files.map((file) => kept.get(`${message.space}/${file}`)));
    if (!found.some((file) => file && !(file as KeptFile).sent)) continue;
    for (const file of files) kept.delete(fileRange(message.space, file));
    gone.add(id).add(message.id);
  }
  for (const id of gone) queue.delete(id);
  await tx.done;
  return gone;
}
