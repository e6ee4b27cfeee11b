/**
 * What is being typed, kept on this phone until it is sent. It lies in the account's own database and not in
 * localStorage, so that signing out takes it away and the next person on a shared phone never sees it.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { accountDb } from "../data/db";
import { readDevice } from "../data/device";
import { me } from "../data/session";

const PAUSE_MS = 400;

interface Drafting<T> {
  /** Null while nothing was typed. */
  draft: T | null;
  write: (draft: T) => void;
  /** Once it is sent. */
  forget: () => Promise<void>;
}

/**
 * The draft of a name. A phone that cannot keep it still lets the person type and send.
 * `space`: the space that it is about, after whose end nothing more of it is written down.
 */
export function useKeptDraft<T extends object>(key: string, space?: string): Drafting<T> {
  const account = me.value?.account.id ?? null;
  const [draft, setDraft] = useState<T | null>(null);
  const latest = useRef<T | null>(null);
  useEffect(() => {
    void read<T>(account, key).then((found) => {
      if (found && !latest.current) setDraft(found);
    });
  }, [account, key]);
  useEffect(() => {
    const timer = setTimeout(
      () => latest.current && void keep(account, key, latest.current, space),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const now = () => latest.current && void keep(account, key, latest.current, space);
    addEventListener("pagehide", now);
    return () => {
      removeEventListener("pagehide", now);
      now();
    };
  }, [account, key]);
  return {
    draft,
    write: (next) => {
      latest.current = next;
      setDraft(next);
    },
    forget: () => {
      latest.current = null;
      setDraft(null);
      return keep(account, key, null);
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
  // A space that is over for this person has taken its drafts with it.
  if (draft !== null && space && (await db?.getKey("spaces", space).catch(() => space)) === undefined) return;
  const full = draft !== null && Object.values(draft).some(Boolean);
  await (full ? db?.put("meta", draft, key) : db?.delete("meta", key))?.catch(() => undefined);
}
