/**
 * Getting ready for a date, and what was agreed there: the server's rows with this device's unsent operations laid over
 * them. Pure functions, no signals, no storage.
 */
import { ofKinds } from "./dates-view";
import {
  type AgreementRow,
  type Face,
  HEADINGS,
  type Heading,
  type Operation,
  type PlanAnswerRow,
  type PreparationRow,
} from "./types";

export interface ShownPreparation {
  heading: Heading;
  face: Face | null;
  words: string;
  want: string;
  change: string;
  shared: boolean;
  waiting: boolean;
}

const NOTHING = { face: null, words: "", want: "", change: "", shared: false, waiting: false } as const;

/** What was prepared for one date under each heading, in the order of the plan; empty where nothing was. */
export function preparations(
  date: string,
  rows: readonly PreparationRow[],
  pending: readonly Operation[],
): ShownPreparation[] {
  const operations = ofKinds(pending, "prepare.put", "prepare.share").filter(
    ({ body }) => body.date === date,
  );
  return HEADINGS.map((heading) => {
    const row = rows.find((one) => one.date === date && one.heading === heading);
    const from: ShownPreparation = row ? { ...pick(row), waiting: false } : { heading, ...NOTHING };
    return operations.reduce(laidOver, from);
  });
}

const pick = ({ heading, face, words, want, change, shared }: PreparationRow) => ({
  ...{ heading, face, words, want, change, shared },
});

function laidOver(shown: ShownPreparation, { kind, body }: Operation): ShownPreparation {
  const { heading, face, words, want, change, shared } = body;
  if (kind === "prepare.share") {
    // Null is the whole: also what is still to be written.
    const meant = heading === null || heading === shown.heading;
    return meant ? { ...shown, shared: shared === true, waiting: true } : shown;
  }
  if (heading !== shown.heading) return shown;
  const said = { words: String(words ?? ""), want: String(want ?? ""), change: String(change ?? "") };
  return { ...shown, ...said, face: (face ?? null) as Face | null, waiting: true };
}

/** Whether anything was said under a heading. */
export function hasWords({ face, words, want, change }: Omit<ShownPreparation, "heading" | "waiting">) {
  return face !== null || [words, want, change].some((one) => one.trim() !== "");
}

export type ShownAgreement = Omit<AgreementRow, "seq"> & { waiting: boolean };

/** What was agreed at one date, in the order in which it was written down. */
export function agreementsOf(
  date: string,
  rows: readonly AgreementRow[],
  pending: readonly Operation[],
): ShownAgreement[] {
  const found = new Map<string, ShownAgreement>();
  for (const { seq: _, ...row } of rows) if (row.date === date) found.set(row.id, { ...row, waiting: false });
  for (const { id, kind, made_at, body } of ofKinds(pending, "agreement.put", "agreement.done")) {
    const known = found.get(String(body.agreement ?? id));
    if (kind === "agreement.done") {
      if (known) found.set(known.id, { ...known, done: body.done === true, waiting: true });
    } else if (body.date === date) {
      const made = known ?? { id, done: false, made_at, by_name: "", by_owner: false };
      found.set(made.id, { ...made, ...agreed(body, date), waiting: true });
    }
  }
  // Ids are made in order; the stamp of a row is that of its last change.
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function agreed(body: Record<string, unknown>, date: string) {
  return {
    date,
    what: String(body.what ?? ""),
    who: body.who as AgreementRow["who"],
    who_words: String(body.who_words ?? ""),
    by: (body.by ?? null) as string | null,
  };
}

export interface ShownPlanAnswer {
  agree: boolean;
  words: string;
  at: string;
  waiting: boolean;
}

/** Whether the young person agrees with what was agreed; null while they have not said. */
export function planAnswer(
  date: string,
  rows: readonly PlanAnswerRow[],
  pending: readonly Operation[],
): ShownPlanAnswer | null {
  const newest = ofKinds(pending, "plan.answer")
    .filter(({ body }) => body.date === date)
    .at(-1);
  if (newest) {
    const { body, made_at: at } = newest;
    return { agree: body.agree === true, words: String(body.words ?? ""), at, waiting: true };
  }
  const row = rows.find((one) => one.id === date);
  return row ? { agree: row.agree, words: row.words, at: row.made_at, waiting: false } : null;
}
