/**
 * What is being typed, kept on this phone until it is sent. It lies in the account's own database and not in
 * localStorage, so that signing out takes it away and the next person on a shared phone never sees it.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { type AccountDb, accountDb } from "../data/db";
import { readDevice } from "../data/device";
import { me } from "../data/session";

const PAUSE_MS = 400;

interface Drafting<T> {
  /** Null while nothing was typed. */
  draft: T | null;
  /** What it is now, or how that is made of what it was: after a wait, what a screen last drew may be old. */
  write: (next: T | ((before: T | null) => T)) => void;
  /** Once it is sent. `next`: what was typed since, which stays. */
  forget: (next?: (before: T | null) => T | null) => Promise<void>;
}

/**
 * The draft of a name. A phone that cannot keep it still lets the person type and send.
 * `space`: the space that it is about, after whose end nothing more of it is written down.
 */
export function useKeptDraft<T extends object>(key: string, space?: string): Drafting<T> {
  const account = me.value?.account.id ?? null;
  const [draft, setDraft] = useState<T | null>(null);
  const latest = useRef<T | null>(null);
  const typed = useRef(false);
  const saved = useRef(Promise.resolve());
  // One after the other, and each what it is by then: an earlier one that is slow must not bring back what was sent.
  const save = () => {
    saved.current = saved.current.then(() => keep(account, key, latest.current, space));
    return saved.current;
  };
  const change = (next: T | null) => {
    typed.current = true;
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    void read<T>(account, key).then((found) => {
      if (!found || typed.current) return;
      latest.current = found;
      setDraft(found);
    });
  }, [account, key]);
  useEffect(() => {
    const timer = setTimeout(() => typed.current && void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const now = () => typed.current && void save();
    addEventListener("pagehide", now);
    return () => {
      removeEventListener("pagehide", now);
      now();
    };
  }, [account, key]);
  return {
    draft,
    write: (next) =>
      change(typeof next === "function" ? (next as (before: T | null) => T)(latest.current) : next),
    forget: (next) => {
      change(next?.(latest.current) ?? null);
      return save();
    },
  };
}

async function read<T>(account: string | null, key: string): Promise<T | null> {
  if (account === null) return null;
  const db = await accountDb(account).catch(() => null);
  return ((await db?.get("meta", key).catch(() => null)) as T | undefined | null) ?? null;
}

/** Null, or a draft with nothing in it, leaves nothing behind. */
async function keep(
  account: string | null,
  key: string,
  draft: object | null,
  space?: string,
): Promise<void> {
  // Signing out in another tab removed this account's database: writing would make it again.
  if (account === null || (await readDevice()).account !== account) return;
  const db = await accountDb(account).catch(() => null);
  if (draft !== null && space && (await isOver(db, space))) return;
  const full = draft !== null && Object.values(draft).some(Boolean);
  await (full ? db?.put("meta", draft, key) : db?.delete("meta", key))?.catch(() => undefined);
}

/** A space that is over for this person has taken its drafts with it. One's own is not here before the first sync. */
async function isOver(db: AccountDb | null, space: string): Promise<boolean> {
  if (space === me.peek()?.space) return false;
  return (await db?.getKey("spaces", space).catch(() => space)) === undefined;
}
