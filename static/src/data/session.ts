/** Who is signed in on this phone. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { ApiProblem, onUnauthorised, request } from "./api";
import { accountDb } from "./db";
import { changeDevice, readDevice } from "./device";
import { changes, loadQueue, pending } from "./operations";
import { checkStale, openStore } from "./store";
import { tell } from "./together";
import type { Me } from "./types";

const current = signal<Me | null>(null);
const ended = signal(false);
const known = signal(false);
const over = signal(false);

/** The person signed in here; null when nobody is. Still set when the session ended: their data stays. */
export const me: ReadonlySignal<Me | null> = current;

/** The server no longer knows the session. Nothing was cleared; ask the person to sign in again. */
export const sessionEnded: ReadonlySignal<boolean> = ended;

/** The account that was signed in here is over, and nobody has said yet that they read so. */
export const accountOver: ReadonlySignal<boolean> = over;

/** This phone has been asked who is signed in: before that, "nobody" means "not looked yet". */
export const sessionKnown: ReadonlySignal<boolean> = known;

/** How many operations wait to be sent: signing out asks what to do with them. */
export const waitingCount: ReadonlySignal<number> = computed(() => changes.value.length);

/** How the person wants to leave. "send" needs a connection. */
export type SignOutChoice = "send" | "keep" | "discard";

onUnauthorised((problem) => {
  // Only the network or the phone's own storage fails here. The server says it again at the next start.
  if (problem.code === "account-over") void end(problem).catch(() => undefined);
  else markEnded();
});

let sendQueue: () => Promise<void> = async () => {};

/** Who can send the queue before a sign-out (the sync; it imports this module, not the other way round). */
export function onSendFirst(send: () => Promise<void>): void {
  sendQueue = send;
}

/** Notes that the server no longer knows us. */
export function markEnded(): void {
  if (current.value) ended.value = true;
}

/** Opens the account's own database after signing in, or when the server says who we are. */
export async function startSession(next: Me): Promise<void> {
  const { account: before } = await readDevice();
  if (before !== null && before !== next.account.id) await (await leaving()).leave(before, false);
  const db = await accountDb(next.account.id);
  await db.put("meta", next, "me");
  await changeDevice(() => ({
    account: next.account.id,
    name: next.session.device_name,
    over: false,
    signingOut: false,
  }));
  await show(next);
  tell("session");
  // Asked, not needed: without it the browser may clear an unused phone's storage.
  void navigator.storage?.persist?.().catch(() => false);
}

async function show(next: Me | null): Promise<void> {
  if (next?.account.id !== current.value?.account.id || next === null)
    await openStore(next?.account.id ?? null);
  await loadQueue();
  await checkStale(next);
  current.value = next;
  ended.value = false;
  over.value = (await readDevice()).over;
}

/** Only who is signed in needs it, as the sync does. */
const leaving = () => import("./exchange");

async function end(problem: ApiProblem): Promise<void> {
  // Somebody else's: the cookie here is not of whoever is signed in.
  if (!(await (await leaving()).letGo(problem))) return markEnded();
  await show(null);
  tell("session");
}

/** Somebody has read that the account is over. */
export async function overIsRead(): Promise<void> {
  over.value = (await changeDevice(() => ({ over: false }))).over;
  tell("session");
}

/** Shows who was signed in when the app was last open (or in another tab), without asking the server. */
export async function restoreSession(): Promise<void> {
  try {
    const { account, wipe } = await readDevice();
    if (wipe) await (await leaving()).finishLeaving();
    const kept = account === null ? null : await (await accountDb(account)).get("meta", "me");
    await show((kept as Me | undefined) ?? null);
  } finally {
    known.value = true;
  }
}

/**
 * Asks the server who we are. Finds a session again whose data the phone has cleared; finishes a sign-out
 * that could not be sent. Gives null when nobody is signed in; without a connection, who it was before.
 */
export async function refreshMe(): Promise<Me | null> {
  if ((await readDevice()).signingOut && !(await finishSignOut())) return null;
  try {
    const found = await request<Me>("GET", "/auth/me");
    await startSession(found);
    return found;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return error.status === 401 ? null : current.value;
  }
}

/**
 * Signs out of this phone and removes what is personal from it.
 * - send: the queue first; gives false, and signs nobody out, when something could not be sent.
 * - keep: the queue stays in this account's own database until this person signs in here again.
 * - discard: nothing stays.
 */
export async function signOut(choice: SignOutChoice, everywhere = false): Promise<boolean> {
  const { account } = await readDevice();
  if (account === null) return true;
  if (choice === "send") {
    await sendQueue();
    if (pending.value.length > 0) return false;
  }
  await (await leaving()).leave(account, choice === "discard");
  await show(null);
  await finishSignOut(everywhere);
  tell("session");
  return true;
}

/** Tells the server; without a connection the phone remembers to do it before anything else. */
async function finishSignOut(everywhere = false): Promise<boolean> {
  try {
    await request<void>("POST", "/auth/sign-out", { everywhere });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) return false;
  }
  await changeDevice(() => ({ signingOut: false }));
  return true;
}
