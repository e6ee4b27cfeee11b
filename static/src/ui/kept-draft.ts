/** What is being typed on a screen, kept on this phone until it is sent. */
import { useEffect, useRef, useState } from "preact/hooks";
import { keepDraft, readDraft } from "../data/drafts";
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
  const save = () => keepDraft(account, key, () => full(latest.current), space);
  const change = (next: T | null) => {
    typed.current = true;
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    void readDraft<T>(account, key).then((found) => {
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
    forget: async (next) => {
      change(next?.(latest.current) ?? null);
      await save();
    },
  };
}

/** Nothing is kept of a draft with nothing in it. */
const full = (draft: object | null): object | null =>
  draft !== null && Object.values(draft).some(Boolean) ? draft : null;
