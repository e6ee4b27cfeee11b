/** What a person makes of an operation that the server refused: it goes once more, or it goes away. */
import { type AccountDb, accountDb, fileRange } from "./db";
import { account, announce, loadQueue } from "./operations";
import { enqueue } from "./queue";
import { tell } from "./together";

/** Sends what was refused once more, as a new operation with a new id. */
export async function retryRefused(id: string): Promise<void> {
  const db = await accountDb(await account());
  const old = await db.get("operations", id);
  if (old?.state !== "refused") return;
  await enqueue(await account(), old.space, old.kind, old.body);
  await forget(db, id);
  await loadQueue();
  announce();
}

/** Forgets what was refused, and its files; also what is left of it when its space has ended. */
export async function discardRefused(id: string): Promise<void> {
  const db = await accountDb(await account());
  const old = await db.get("operations", id);
  if (old?.state !== "refused" && old?.state !== "ended") return;
  for (const file of (old.body.files ?? []) as string[]) await db.delete("files", fileRange(old.space, file));
  await forget(db, id);
  await loadQueue();
  tell("queued");
}

/** Lets go of an operation, and of what was to take it back: by this id there will never be anything. */
async function forget(db: AccountDb, id: string): Promise<void> {
  const { store, done } = db.transaction("operations", "readwrite");
  store.delete(id);
  for (const one of await store.index("state").getAll("waiting"))
    if (one.kind === "message.withdraw" && one.body.message === id) store.delete(one.id);
  await done;
}
