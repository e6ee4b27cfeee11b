/**
 * Sending the queue and fetching what changed, page after page, until there is nothing more to do.
 * No DOM and no screen words: the service worker runs this too when the page is gone.
 */
import { ApiProblem, request } from "./api";
import { type Applied, applyAnswer } from "./apply";
import { accountDb } from "./db";
import { learnTime, readDevice } from "./device";
import { type Again, sendApart } from "./files-apart";
import { tidyFiles } from "./kept-files";
import { forgetOld, inState, refuse, toWire } from "./queue";
import { heldBack } from "./send-files";
import { settleTakenBack } from "./taken-back";
import { tellServer } from "./telling";
import type { Cursor, Operation, SyncAnswer, SyncRequest } from "./types";

// Leaving comes with it, and not with the first visit: whoever is signed in here has fetched this.
export { finishLeaving, leave, letGo } from "./leaving";

/** The most operations in one request (the server's own limit). */
export const BATCH = 500;

/** A server that always says "more" must not keep a phone busy for ever; the next sync goes on from here. */
const ROUNDS = 60;

export interface Report {
  /** done: everything was asked and answered. Else why it stopped; the queue is safe in every case. */
  result: "done" | "session-ended" | "account-over" | "offline" | "trouble";
  /** The server's plain sentence, if it gave one. */
  reason: string | null;
  /** Seconds the server asked us to wait. */
  retryAfter: number | null;
  /** Operations the server asked to have sent again later. */
  later: number;
  /** Something on this device is not as it was. */
  changed: boolean;
  /** Some message still waits for its files. */
  held: boolean;
  /** The oldest version of this protocol that the server still speaks. */
  minClient: number;
}

interface Pass {
  account: string;
  /** Operations the server put off: not sent twice in one pass, so that they block no others. */
  skip: Set<string>;
  limit: number;
  minClient: number;
  changed: boolean;
  /** Something waits for its files. */
  held: boolean;
}

/**
 * Runs one whole pass for an account. Never throws for troubles of network or server: see the report.
 * With `again`, files go apart from it; then it is called, because their messages can follow. Without, they wait for
 * who asked: see everything.ts. `quiet`: nobody wants it now, so files keep to their time of the next try.
 */
export async function exchange(account: string, again?: Again, quiet = false): Promise<Report> {
  const pass: Pass = { account, skip: new Set(), limit: BATCH, minClient: 0, changed: false, held: false };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      if ((await readDevice()).account !== account) break;
      if (!(await oneRound(pass))) break;
    }
    await forgetOld(account);
    // A picture that has arrived does not stay on a phone that others may look at.
    if (pass.changed) await tidyFiles(account);
    await tellServer();
    if (pass.held && again) void sendApart(account, again, quiet);
    return report(pass, "done", null);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return report(pass, resultOf(error), error);
  }
}

function report(pass: Pass, result: Report["result"], error: ApiProblem | null): Report {
  return {
    result,
    reason: error?.detail || null,
    retryAfter: error?.retryAfter ?? null,
    later: pass.skip.size,
    changed: pass.changed,
    held: pass.held,
    minClient: pass.minClient,
  };
}

/** A 409 means that the cookie belongs to somebody else: sending must stop as if the session were over. */
function resultOf(error: ApiProblem): Report["result"] {
  if (error.code === "account-over") return error.code;
  if (error.status === 401 || error.status === 409) return "session-ended";
  return error.code === "offline" ? "offline" : "trouble";
}

/** One request. Gives whether another one is needed. */
async function oneRound(pass: Pass): Promise<boolean> {
  const waiting = await sendable(pass);
  const batch = waiting.slice(0, pass.limit);
  let answered: Applied;
  try {
    answered = await ask(pass, batch);
  } catch (error) {
    if (error instanceof ApiProblem && (await isolate(pass, batch, error))) return true;
    throw error;
  }
  pass.changed ||= answered.changed;
  for (const id of answered.later) pass.skip.add(id);
  return answered.more || answered.resend || waiting.length > batch.length || (await grew(pass));
}

/** What can be sent now: not what the server put off, nor what waits for its files. */
async function sendable(pass: Pass): Promise<Operation[]> {
  const all = await inState(pass.account, "waiting");
  const gone = await settleTakenBack(pass.account, all);
  pass.changed ||= gone.size > 0;
  for (const id of gone) pass.skip.delete(id);
  const waiting = all.filter(({ id }) => !gone.has(id) && !pass.skip.has(id));
  const held = await heldBack(waiting);
  pass.held = held.size > 0;
  return waiting.filter((one) => !held.has(one.id));
}

async function ask(pass: Pass, batch: Operation[]): Promise<Applied> {
  const device = await readDevice();
  const operations = batch.map(toWire);
  const body: SyncRequest = { account: pass.account, cursors: await cursors(pass.account), operations };
  const sentAt = Date.now();
  const answer = await request<SyncAnswer>("POST", "/sync", body);
  const gotAt = Date.now();
  const applied = await applyAnswer(pass.account, operations, answer);
  const left = (await inState(pass.account, "waiting")).at(-1);
  await learnTime({
    serverNow: Date.parse(answer.now),
    sentAt,
    gotAt,
    largestThen: device.largest,
    waiting: left ? Date.parse(left.made_at) : 0,
  });
  pass.minClient = answer.min_client;
  return applied;
}

/**
 * The server could not take the request as a whole (too large, or one operation it cannot even read).
 * Halve it until the one at fault is alone, and refuse that one: the others must not wait for it.
 */
async function isolate(pass: Pass, batch: Operation[], error: ApiProblem): Promise<boolean> {
  const [first] = batch;
  if (![400, 413, 422].includes(error.status) || !first) return false;
  if (batch.length > 1) pass.limit = Math.ceil(batch.length / 2);
  else {
    await refuse(pass.account, first.id, error.body);
    pass.changed = true;
    pass.limit = BATCH;
  }
  return true;
}

/** Something was queued while we were asking. */
async function grew(pass: Pass): Promise<boolean> {
  return (await sendable(pass)).length > 0;
}

async function cursors(account: string): Promise<Record<string, Cursor>> {
  const found: Record<string, Cursor> = {};
  for (const { id, epoch, seq } of await (await accountDb(account)).getAll("spaces"))
    found[id] = { epoch, seq };
  return found;
}
