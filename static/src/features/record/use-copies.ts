/** What is known of the copies, looked at again while one is being made and this page is on the screen. */
import { useEffect, useState } from "preact/hooks";
import { problemWords } from "../people/problems";
import { askForCopy, type Copy, copies } from "./copies";

const LOOK_EVERY_MS = 4000;

export interface Copies {
  /** Null until the server has answered. */
  all: Copy[] | null;
  problem: string | null;
  busy: boolean;
  load: () => Promise<void>;
  ask: () => Promise<void>;
}

export function useCopies(): Copies {
  const [all, setAll] = useState<Copy[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const load = async () => {
    try {
      setAll(await copies());
      setProblem(null);
    } catch (error) {
      setProblem(problemWords(error));
    }
  };
  const ask = async () => {
    setBusy(true);
    try {
      await askForCopy();
      await load();
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => void load(), []);
  const waiting = all?.[0]?.state === "waiting";
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void load();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting]);
  return { all, problem, busy, load, ask };
}
