/** The published results for a screen: what this phone kept at once, and what the server has now once it is here. */
import { useEffect, useState } from "preact/hooks";
import { freshResults, keptResults } from "../../data/pledge-results";
import type { PledgeResults } from "../../data/types";

export interface LoadedResults {
  results: PledgeResults | null;
  /** The server could not be asked; what is shown, if anything, was kept from before. */
  failed: boolean;
  reload: () => void;
}

export function useResults(council: string): LoadedResults {
  const [results, setResults] = useState<PledgeResults | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const reload = () => setAttempt((before) => before + 1);
  useEffect(() => {
    let gone = false;
    setFailed(false);
    void keptResults(council).then((kept) => !gone && setResults((now) => now ?? kept));
    void freshResults(council).then((fresh) => {
      if (gone) return;
      if (fresh) setResults(fresh);
      else setFailed(true);
    });
    return () => {
      gone = true;
    };
  }, [council, attempt]);
  useEffect(() => {
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, []);
  return { results, failed, reload };
}
