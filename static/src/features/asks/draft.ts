/** What is being typed into a request, kept on this phone until it is sent. */
import { useKeptDraft } from "../../ui/kept-draft";

export interface Draft {
  need: string;
  note: string;
}

const EMPTY: Draft = { need: "", note: "" };

interface Drafting extends Draft {
  write: (change: Partial<Draft>) => void;
  /** Once it is sent. */
  forget: () => Promise<void>;
}

/** The draft for one entitlement. */
export function useDraft(entitlement: string): Drafting {
  const { draft, write, forget } = useKeptDraft<Draft>(`ask-draft/${entitlement}`);
  const now = draft ?? EMPTY;
  return { ...now, write: (change) => write({ ...now, ...change }), forget };
}
