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

interface Written {
  body: string;
  files: readonly string[];
}

interface Drafting extends Written {
  write: (change: (before: Written) => Partial<Written>) => void;
  /** Once this was sent: what was typed or chosen since then stays. */
  forget: (sent: Written) => Promise<void>;
}

const NOTHING: Draft = { body: "", files: null };
const shown = ({ body, files }: Draft): Written => ({ body, files: files ?? [] });
const kept = ({ body, files }: Written): Draft => ({ body, files: files.length > 0 ? files : null });

export function useMessageDraft(space: string): Drafting {
  const { draft, write, forget } = useKeptDraft<Draft>(draftKey(space), space);
  return {
    ...shown(draft ?? NOTHING),
    write: (change) =>
      write((before) => {
        const now = shown(before ?? NOTHING);
        return kept({ ...now, ...change(now) });
      }),
    forget: (sent) => forget((before) => before && kept(afterSending(shown(before), sent))),
  };
}

/** Pure: what is left of a draft when a part of it has gone. */
export function afterSending(now: Written, sent: Written): Written {
  const body = now.body.startsWith(sent.body) ? now.body.slice(sent.body.length).trimStart() : now.body;
  return { body, files: now.files.filter((id) => !sent.files.includes(id)) };
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
