/** Rows about dates: the dates themselves, what happened to them, getting ready, and what was agreed. */

export type DateOperation =
  | "date.plan"
  | "date.move"
  | "date.mark"
  | "date.decline"
  | "date.own"
  | "date.own_change"
  | "date.own_cancel"
  | "date.propose"
  | "date.ask"
  | "prepare.put"
  | "prepare.share"
  | "agreement.put"
  | "agreement.done"
  | "plan.answer";

export type DateState = "asked" | "planned" | "held" | "missed" | "cancelled";

/** A day and a time by the clock on the wall in London; without a time it is the whole day. */
export interface When {
  day: string | null;
  time: string | null;
}

/** Another time that the young person would like. */
export interface Proposal extends When {
  words: string;
  at: string;
}

export interface DateRow extends When {
  id: string;
  seq?: number;
  /** The id of a kind of review, or "own". */
  kind: string;
  /** Of own dates only. */
  title: string;
  place: string;
  with: string;
  call: boolean;
  state: DateState;
  /** Grows whenever the date moves. */
  version: number;
  shared: boolean;
  proposed: Proposal | null;
  made_at: string;
  by: string;
  by_owner: boolean;
}

/** One thing that happened to a date. */
export interface DateStepRow extends When {
  id: string;
  seq?: number;
  date: string;
  /** "changed" is of own dates: the whole date anew. */
  state: DateState | "moved" | "proposed" | "declined" | "changed";
  at: string;
  by: string;
  by_owner: boolean;
  words: string;
}

/** The headings of a pathway plan, in its order. */
export const HEADINGS = [
  "career",
  "health_wellbeing",
  "family_friends",
  "where_you_live",
  "finances",
  "being_involved",
] as const;
export type Heading = (typeof HEADINGS)[number];
/** How somebody feels about something, 1 the worst. */
export type Face = 1 | 2 | 3 | 4 | 5;

export interface PreparationRow {
  /** `<date>/<heading>` */
  id: string;
  seq?: number;
  date: string;
  heading: Heading;
  face: Face | null;
  words: string;
  want: string;
  change: string;
  shared: boolean;
  made_at: string;
}

export interface AgreementRow {
  id: string;
  seq?: number;
  date: string;
  what: string;
  who: "me" | "adviser" | "other";
  who_words: string;
  /** The day by which it is to be done. */
  by: string | null;
  done: boolean;
  made_at: string;
  by_name: string;
  by_owner: boolean;
}

/** Its id is that of the date. */
export interface PlanAnswerRow {
  id: string;
  seq?: number;
  agree: boolean;
  words: string;
  made_at: string;
}
