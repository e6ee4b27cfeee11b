/**
 * What is being typed into a request, kept on this phone until it is sent. It lies in the account's own database and not
 * in localStorage, so that signing out takes it away and the next person on a shared phone never sees it.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { accountDb } from "../../data/db";
import { readDevice } from "../../data/device";
import { me } from "../../data/session";

export interface Draft {
  need: string;
  note: string;
}

const EMPTY: Draft = { need: "", note: "" };
const PAUSE_MS = 400;

interface Drafting extends Draft {
  write: (change: Partial<Draft>) => void;
  /** Once it is sent. */
  forget: () => Promise<void>;
}

/** The draft for one entitlement. A phone that cannot keep it still lets the person type and send. */
export function useDraft(entitlement: string): Drafting {
  const key = `ask-draft/${entitlement}`;
  const account = me.value?.account.id ?? null;
  const [draft, setDraft] = useState(EMPTY);
  const latest = useRef<Draft | null>(null);
  useEffect(() => {
    void read(account, key).then((found) => {
      if (found && !latest.current) setDraft(found);
    });
  }, [account, key]);
  useEffect(() => {
    const timer = setTimeout(() => latest.current && void keep(account, key, latest.current), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const now = () => latest.current && void keep(account, key, latest.current);
    addEventListener("pagehide", now);
    return () => {
      removeEventListener("pagehide", now);
      now();
    };
  }, [account, key]);
  return {
    ...draft,
    write: (change) => {
      latest.current = { ...draft, ...change };
      setDraft(latest.current);
    },
    forget: () => {
      latest.current = null;
      return keep(account, key, EMPTY);
    },
  };
}

async function read(account: string | null, key: string): Promise<Draft | null> {
  if (account === null) return null;
  const db = await accountDb(account).catch(() => null);
  return ((await db?.get("meta", key).catch(() => null)) as Draft | undefined | null) ?? null;
}

async function keep(account: string | null, key: string, draft: Draft): Promise<void> {
  // Signing out in another tab removed this account's database: writing would make it again.
  if (account === null || (await readDevice()).account !== account) return;
  const db = await accountDb(account).catch(() => null);
  const kept = draft.need || draft.note ? db?.put("meta", draft, key) : db?.delete("meta", key);
  await kept?.catch(() => undefined);
}
