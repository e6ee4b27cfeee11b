/** What a person makes of an operation that the server refused: it goes once more, or it goes away. */
import { type AccountDb, accountDb, fileRange } from "./db";
import { account, announce, loadQueue } from "./operations";
import { enqueueAgain } from "./queue";
import { tell } from "./together";

/** Sends what was refused once more, as a new operation with a new id. */
export async function retryRefused(id: string): Promise<void> {
  const mine = await account();
  await forgetTakingBack(await accountDb(mine), id);
  await enqueueAgain(mine, id);
  await loadQueue();
  announce();
}

/** Forgets what was refused, and its files; also what is left of it when its space has ended. */
export async function discardRefused(id: string): Promise<void> {
  const db = await accountDb(await account());
  const old = await db.get("operations", id);
  if (old?.state !== "refused" && old?.state !== "ended") return;
  for (const file of (old.body.files ?? []) as string[]) await db.delete("files", fileRange(old.space, file));
  await forgetTakingBack(db, id);
  await db.delete("operations", id);
  await loadQueue();
  tell("queued");
}

/** Lets go of what was to take an operation back: by its id there will never be anything. */
async function forgetTakingBack(db: AccountDb, id: string): Promise<void> {
  const { store, done } = db.transaction("operations", "readwrite");
  for (const one of await store.index("state").getAll("waiting"))
    if (one.kind === "message.withdraw" && one.body.message === id) store.delete(one.id);
  await done;
}
