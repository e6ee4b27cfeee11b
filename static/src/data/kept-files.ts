/**
 * Pictures and PDFs that are on this phone only: chosen for a message that is not sent yet. They stay until the server
 * has the message, and go with the account or its space. What came from the server is never kept.
 */
import { type AccountDb, accountDb, fileRange } from "./db";
import { readDevice } from "./device";
import { inState } from "./queue";
import type { FileKind } from "./types";

export interface KeptFile {
  id: string;
  space: string;
  kind: FileKind;
  name: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  bytes: number;
  /** The server has all of it. */
  sent: boolean;
  /** Milliseconds since 1970. */
  kept_at: number;
}

/** A draft that was forgotten for so long takes its files along. */
const FORGET_MS = 30 * 24 * 60 * 60 * 1000;

const key = (space: string, id: string) => `${space}/${id}`;
const bytesKey = (space: string, id: string) => `${space}/${id}/bytes`;

async function db(): Promise<AccountDb> {
  const { account } = await readDevice();
  if (account === null) throw new Error("nobody is signed in");
  return accountDb(account);
}

/** Writes a file down, or throws what the storage throws: then nothing of it is there. */
export async function keepFile(
  file: Omit<KeptFile, "sent" | "kept_at" | "sha256" | "bytes">,
  data: ArrayBuffer,
): Promise<void> {
  const sha256 = [...new Uint8Array(await crypto.subtle.digest("SHA-256", data))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const tx = (await db()).transaction("files", "readwrite");
  const kept: KeptFile = { ...file, sha256, bytes: data.byteLength, sent: false, kept_at: Date.now() };
  await Promise.all([
    tx.store.put(kept, key(file.space, file.id)),
    tx.store.put(data, bytesKey(file.space, file.id)),
    tx.done,
  ]);
}

export async function keptFile(space: string, id: string): Promise<KeptFile | undefined> {
  return (await (await db()).get("files", key(space, id))) as KeptFile | undefined;
}

export async function keptBytes(space: string, id: string): Promise<ArrayBuffer | undefined> {
  return (await (await db()).get("files", bytesKey(space, id))) as ArrayBuffer | undefined;
}

export async function markSent(file: KeptFile, sent: boolean): Promise<void> {
  const tx = (await db()).transaction("files", "readwrite");
  // It may have been taken away meanwhile.
  if (await tx.store.get(key(file.space, file.id)))
    await tx.store.put({ ...file, sent }, key(file.space, file.id));
  await tx.done;
}

export async function dropFile(space: string, id: string): Promise<void> {
  await (await db()).delete("files", fileRange(space, id));
}

/** Lets go of files whose message the server has, and of those that nothing named for a month. */
export async function tidyFiles(account: string): Promise<void> {
  const store = await accountDb(account);
  const keys = await store.getAllKeys("files");
  if (keys.length === 0) return;
  const named = async (state: "waiting" | "refused" | "done") =>
    new Set((await inState(account, state)).flatMap(({ body }) => (body.files ?? []) as string[]));
  const [waiting, refused, done] = await Promise.all([named("waiting"), named("refused"), named("done")]);
  for (const one of keys) {
    const [space = "", id = "", bytes] = one.split("/");
    if (bytes || waiting.has(id) || refused.has(id)) continue;
    const file = (await store.get("files", one)) as KeptFile;
    if (done.has(id) || file.kept_at < Date.now() - FORGET_MS) await dropFile(space, id);
  }
}
