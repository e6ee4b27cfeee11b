/** What is being written, kept on this phone for each conversation until it is sent; and what a message may be. */
import { draftKey } from "../../data/draft-key";
import { useKeptDraft } from "../../ui/kept-draft";

/** The server's limits. */
export const LONGEST = 10_000;
/** From here on it is said how many more fit. */
const NEARLY = 500;

interface Draft {
  body: string;
  /** Ids of files on this phone; null when there are none, so that an empty draft leaves nothing behind. */
  files: readonly string[] | null;
}

interface Drafting {
  body: string;
  files: readonly string[];
  write: (change: Partial<Pick<Drafting, "body" | "files">>) => void;
  /** Once it is sent. */
  forget: () => Promise<void>;
}

export function useMessageDraft(space: string): Drafting {
  const { draft, write, forget } = useKeptDraft<Draft>(draftKey(space), space);
  const now: Draft = draft ?? { body: "", files: null };
  return {
    body: now.body,
    files: now.files ?? [],
    write: ({ body = now.body, files = now.files ?? [] }) =>
      write({ body, files: files.length > 0 ? files : null }),
    forget,
  };
}

/** How many more characters fit; below nought, so many are too many. The server counts letters, not halves of them. */
export function roomLeft(body: string): number {
  return LONGEST - (body.length <= LONGEST - NEARLY ? body.length : [...body].length);
}

/** Whether it is to be said how many more fit. */
export const nearlyFull = (body: string): boolean => roomLeft(body) <= NEARLY;

/** Whether nothing of a text can be seen: only spaces, and characters that have no shape. */
export function saysNothing(body: string): boolean {
  return /^[\p{Z}\p{Cc}\p{Cf}]*$/u.test(body);
}
