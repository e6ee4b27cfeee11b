/** What is being typed to get ready, kept here from one letter to the next, and put into the queue on moving on. */
import { useEffect, useRef, useState } from "preact/hooks";
import { keepDraft, readDraft } from "../../data/drafts";
import { me } from "../../data/session";
import type { Face } from "../../data/types";

export interface Said {
  face: Face | null;
  words: string;
  want: string;
  change: string;
}

/** Where what was typed is: untouched, on its way to this phone's storage, there, or not to be kept. */
export type Saved = "idle" | "saving" | "saved" | "failed";

const PAUSE_MS = 300;

export const same = (a: Said, b: Said): boolean =>
  a.face === b.face && a.words === b.words && a.want === b.want && a.change === b.change;

interface Drafting {
  said: Said;
  saved: Saved;
  write: (change: Partial<Said>) => void;
  /** Puts what differs into the queue now. Also done when the person leaves the screen. */
  settle: () => void;
}

/** What is said under one heading. `kept` is what the queue and the server know; `save` puts a newer text into the queue. */
export function useSaid(key: string, kept: Said, save: (said: Said) => Promise<boolean>): Drafting {
  const account = me.value?.account.id ?? null;
  const [typed, setTyped] = useState<Said | null>(null);
  const [saved, setSaved] = useState<Saved>("idle");
  const latest = useRef({ typed, kept, save });
  latest.current = { ...latest.current, kept, save };
  useEffect(() => {
    void readDraft<Said>(account, key).then((found) => {
      if (!found || latest.current.typed) return;
      latest.current.typed = found;
      setTyped(found);
    });
  }, [account, key]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed)
        void keepDraft(account, key, () => typed).then((kept) => setSaved(kept ? "saved" : "failed"));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const settle = () => {
    const { typed, kept, save } = latest.current;
    if (!typed) return;
    // The draft goes only once the queue has it.
    const safe = same(typed, kept) ? Promise.resolve(true) : save(typed);
    void safe.then((safe) => (safe ? keepDraft(account, key, () => null) : undefined));
  };
  useEffect(() => {
    addEventListener("pagehide", settle);
    return () => {
      removeEventListener("pagehide", settle);
      settle();
    };
  }, [account, key]);
  return {
    said: typed ?? kept,
    saved,
    write: (change) => {
      setSaved("saving");
      const now = { ...(latest.current.typed ?? kept), ...change };
      latest.current.typed = now;
      setTyped(now);
    },
    settle,
  };
}
