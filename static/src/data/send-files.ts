/**
 * Sends the files of waiting messages, apart from the sync and piece by piece. After a break it goes on from where the
 * server has them. A message is held back until all its files are there. No DOM.
 */
import { ApiProblem, answered, request } from "./api";
import { tellProgress } from "./file-progress";
import { type KeptFile, keptBytes, keptFile, markSent, tidyFiles } from "./kept-files";
import { forgetProblem, inState, refuse } from "./queue";
import type { Operation, ProblemBody } from "./types";

/** Small enough for a very slow line: a request that takes longer than half a minute counts as broken. */
const PIECE = 64 * 1024;
const LOCK = "footing-files";

interface Progress {
  offset: number;
  done: boolean;
}

export interface FilesReport {
  /** Some message can go now. */
  ready: boolean;
  /** Seconds the server asked us to wait with files. */
  retryAfter: number | null;
}

const NOTHING: FilesReport = { ready: false, retryAfter: null };

const filesOf = (operation: Operation): string[] =>
  operation.kind === "message.send" ? ((operation.body.files ?? []) as string[]) : [];

const isNotYet = (problem: ProblemBody | null) => problem?.type.endsWith("not-yet") ?? false;

/** The ids of waiting messages with a file that the server does not have yet: the sync leaves them for later. */
export async function heldBack(waiting: readonly Operation[]): Promise<Set<string>> {
  const held = new Set<string>();
  for (const operation of waiting) {
    for (const id of filesOf(operation)) {
      const file = await keptFile(operation.space, id);
      if ((file && !file.sent) || isNotYet(operation.problem)) held.add(operation.id);
    }
  }
  return held;
}

/**
 * Sends all files that wait, one tab at a time.
 * Stops quietly when there is no connection: the next sync tries again. `wait`: when another tab sends them, stays until it
 * has, or until it is closed, and then sends what is left.
 */
export async function sendFiles(account: string, wait = false): Promise<FilesReport> {
  if (!("locks" in navigator)) return sendAll(account);
  return navigator.locks.request(LOCK, { ifAvailable: !wait }, (lock) => (lock ? sendAll(account) : NOTHING));
}

async function sendAll(account: string): Promise<FilesReport> {
  let ready = false;
  await tidyFiles(account);
  for (const operation of await inState(account, "waiting")) {
    if (filesOf(operation).length === 0) continue;
    try {
      ready = (await sendFor(account, operation)) || ready;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // Without a session nothing was said about the file: the message waits until its person signs in again.
      if (error.retry || error.status === 401) return { ready, retryAfter: error.retryAfter };
      await refuse(account, operation.id, error.body);
      ready = true;
    }
  }
  return { ready, retryAfter: null };
}

/** All files of one message. The server may have lost some with a restored backup: then it says "not yet". */
async function sendFor(account: string, operation: Operation): Promise<boolean> {
  let sent = false;
  for (const id of filesOf(operation)) {
    const file = await keptFile(operation.space, id);
    const lost = isNotYet(operation.problem);
    if (!file && lost) {
      await refuse(account, operation.id, operation.problem);
      return true;
    }
    if (!file || (file.sent && !lost)) continue;
    await sendOne(file);
    sent = true;
  }
  if (sent) await forgetProblem(account, operation.id);
  return sent;
}

/** One file. What the server has of it can be of no use: then that is taken away, and the file begins again, once. */
async function sendOne(file: KeptFile): Promise<void> {
  const data = await keptBytes(file.space, file.id);
  if (!data) return;
  const path = `/spaces/${file.space}/files`;
  try {
    await sendPieces(path, file, new Uint8Array(data));
  } catch (error) {
    if (!(error instanceof ApiProblem) || !isSpoilt(error)) throw error;
    if (error.status === 409) await request<void>("DELETE", `${path}/${file.id}`);
    await sendPieces(path, file, new Uint8Array(data));
  }
  await markSent(file, true);
}

async function sendPieces(
  path: string,
  { space, id, bytes, sha256, name }: KeptFile,
  data: Uint8Array,
): Promise<void> {
  let progress = await request<Progress>("POST", path, { id, bytes, sha256, name });
  // It may be taken away meanwhile, with its message.
  while (!progress.done && (await keptFile(space, id))) {
    tellProgress({ file: id, bytes: progress.offset });
    progress = await sendPiece(`${path}/${id}`, data, progress.offset);
  }
  tellProgress({ file: id, bytes });
}

/** The bytes that came are not those that were announced; or others were announced by this id. */
const isSpoilt = ({ status, code, body }: ApiProblem) =>
  (status === 422 && body?.reason === "changed") || (status === 409 && code === "reused-id");

async function sendPiece(path: string, data: Uint8Array, offset: number): Promise<Progress> {
  const piece = data.slice(offset, offset + PIECE);
  const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) };
  try {
    return (await (await answered("PATCH", path, piece, headers)).json()) as Progress;
  } catch (error) {
    // An answer was lost on the way: the server says where to go on.
    const at = error instanceof ApiProblem && error.status === 409 ? Number(error.body?.offset) : Number.NaN;
    if (!(error instanceof ApiProblem) || Number.isNaN(at) || at === offset) throw error;
    return { offset: at, done: error.body?.done === true };
  }
}
