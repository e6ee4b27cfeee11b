/** Rows and answers about the pledge: what one young person said, and what is published for everyone. */

export type PledgeAnswer = "kept" | "partly" | "not_kept" | "cannot_say";

/** The answers in the order of the table. */
export const PLEDGE_ANSWERS: readonly PledgeAnswer[] = ["kept", "partly", "not_kept", "cannot_say"];

/** The young person's own rating. Nobody else's device ever has it. */
export interface RatingRow {
  /** `2026-Q4/<promise>` */
  id: string;
  seq?: number;
  season: string;
  promise: string;
  answer: PledgeAnswer;
  words: string;
  made_at: string;
}

/** A number for each answer; null where it stays hidden, or where there is nothing to compare with. */
export type PledgeCells = Record<PledgeAnswer, number | null>;

/** One promise in its words of that day; these are null when the pledge had lost it by then. */
export interface PromiseResult extends PledgeCells {
  promise: string;
  area: string | null;
  text: string | null;
  strength: string | null;
  answers: number | null;
  change: PledgeCells | null;
}

export interface SeasonResult {
  season: string;
  from: string;
  to: string;
  published_at: string;
  promises: PromiseResult[];
}

/** Words of a young person about a promise: published ones, and for a manager those that wait. */
export interface PledgeWords {
  id: string;
  season: string;
  promise: string;
  text: string;
}

/** You said, we did: about one promise, or about none. */
export interface PledgeDid {
  id: string;
  promise: string | null;
  you_said: string;
  we_did: string;
  on: string;
}

/** Everything published of a council's pledge, the newest season first. */
export interface PledgeResults {
  council: string;
  seasons: SeasonResult[];
  words: PledgeWords[];
  did: PledgeDid[];
  /** The days of the board that have a version of their own. */
  boards: string[];
}
