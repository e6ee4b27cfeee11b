/**
 * The answers to the check. They stay on this phone: of somebody who is signed in, in the database of their account,
 * which signing out removes; of anybody else, in that of the phone. What staff enter is about somebody else, so it is
 * kept in this page only.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { locked } from "../../app/lock";
import { accountDb, deviceDb } from "../../data/db";
import { readDevice } from "../../data/device";
import { me, sessionKnown } from "../../data/session";
import type { Draft } from "./draft";

export interface Kept {
  draft: Draft;
  /** The day on which the status questions were first all answered; null before that. */
  finished: string | null;
}

const NAME = "check";
const NOTHING: Kept = { draft: {}, finished: null };

interface Owned {
  owner: string | null;
  kept: Kept;
}

const shown = signal<Owned | null>(null);
const failed = signal(false);
const strangers = signal(false);

/** The answers of whoever uses this phone now; null while they are read. While the app is locked there are none. */
export const check: ReadonlySignal<Kept | null> = computed(() =>
  locked.value ? NOTHING : (shown.value?.kept ?? null),
);

/** The phone did not let us keep the last answer. */
export const notKept: ReadonlySignal<boolean> = failed;

/** Somebody is signed in who has no answers, and the phone has some from before. */
export const fromBefore: ReadonlySignal<boolean> = strangers;

/** Whether a member of staff is signed in: what they enter is about somebody else. */
export const isStaff = (): boolean => (me.peek()?.account.role ?? "young_person") !== "young_person";

/** Puts answers where those of this owner (an account, or null: the phone) belong; null removes them. */
async function write(owner: string | null, kept: Kept | null): Promise<void> {
  if (owner === null) {
    const db = await deviceDb();
    await (kept ? db.put("state", kept, NAME) : db.delete("state", NAME));
    return;
  }
  // Somebody who is signing out: opening their database now would make it again, after it was removed.
  if ((await readDevice()).account !== owner) return;
  const db = await accountDb(owner);
  await (kept ? db.put("meta", kept, NAME) : db.delete("meta", NAME));
}

async function read(owner: string | null): Promise<Kept | null> {
  const found =
    owner === null
      ? await (await deviceDb()).get("state", NAME)
      : await (await accountDb(owner)).get("meta", NAME);
  return (found as Kept | undefined) ?? null;
}

effect(() => {
  if (!sessionKnown.value) return;
  const owner = me.value?.account.id ?? null;
  if (shown.peek()?.owner !== owner || shown.peek() === null) void show(owner);
});

async function show(owner: string | null): Promise<void> {
  shown.value = null;
  const own = isStaff() ? null : await read(owner).catch(() => null);
  const before = owner !== null && !isStaff() && !own ? await read(null).catch(() => null) : null;
  if ((me.peek()?.account.id ?? null) !== owner) return;
  shown.value = { owner, kept: own ?? NOTHING };
  strangers.value = before !== null;
}

/** Changes the answers: on the screen at once, and on the phone. */
export async function keepAnswers(change: (kept: Kept) => Kept): Promise<void> {
  const before = shown.peek();
  if (!before) return;
  const kept = change(before.kept);
  shown.value = { ...before, kept };
  await attempt(isStaff() ? async () => {} : () => write(before.owner, kept));
}

/** Removes the answers from this phone. */
export async function deleteAnswers(): Promise<void> {
  const before = shown.peek();
  if (!before) return;
  shown.value = { ...before, kept: NOTHING };
  await attempt(() => write(before.owner, null));
}

/**
 * What becomes of answers given on this phone before signing in: they move to the account (`mine`), or go. While the
 * account's database cannot take them they stay where they are.
 */
export async function settleFromBefore(mine: boolean): Promise<void> {
  const found = await read(null).catch(() => null);
  if (mine && found) {
    await keepAnswers(() => found);
    if (failed.peek()) return;
  }
  await attempt(() => write(null, null));
  strangers.value = false;
}

async function attempt(work: () => Promise<void>): Promise<void> {
  failed.value = await work().then(
    () => false,
    () => true,
  );
}
