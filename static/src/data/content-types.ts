/** The shapes of the content bundle: what the law says and what a council offers. Nothing here is personal. */

export type Kind =
  | "law_must"
  | "law_may"
  | "guidance"
  | "national_scheme"
  | "council_choice"
  | "charity_or_business"
  | "announced"
  | "enacted_not_commenced";

/** Where a statement comes from; on every entry. */
export interface Provenance {
  sources: string[];
  as_at: string;
  review_by: string;
  confidence: "high" | "medium" | "low";
  basis?: "read" | "knowledge";
  confidence_note?: string;
  /** What a council's pack changed, and what the pack beneath it says: field, then pack. */
  overrides?: Record<string, Record<string, unknown>>;
}

/** A value by the day on which it starts, oldest first; null ends it. */
export interface Dated<T> {
  from: string;
  value: T | null;
}

/** A condition tree: all keys of one node must hold; an empty node means everybody. */
export interface Condition {
  any?: Condition[];
  all?: Condition[];
  not?: Condition | Condition[];
  ask?: string;
  /** Names the question in every language; the server adds it wherever there is an `ask`. */
  ask_id?: string;
  age_min?: number;
  age_max?: number;
  status_any?: string[];
  in_education?: string[];
  immigration?: string[];
  living?: string[];
  full_time?: boolean;
  parent?: boolean;
  pregnant?: boolean;
  disabled_or_ill?: boolean;
  on_uc?: boolean;
  savings_max?: number;
  council?: string;
  home_council?: string;
  date_from?: string;
  date_to?: string;
}

export interface Amount {
  id: string;
  label?: string;
  unit: "pence" | "percent" | "days" | "weeks" | "months" | "text";
  per?: "once" | "hour" | "day" | "week" | "month" | "year" | null;
  bound?: "exact" | "at_least" | "up_to" | "about";
  values: Dated<number | string>[];
  who?: Condition;
  confidence?: "high" | "medium" | "low";
  note?: string;
  /** Money that comes to the person, so that it may be added up; not a limit, a price or a loan. */
  adds_up?: true;
}

export interface Entitlement extends Provenance {
  id: string;
  title: string;
  group: string;
  also_called?: string[];
  summary: string;
  what_for?: string;
  who: Condition;
  not_for?: string[];
  council: "responsible" | "home" | "none";
  decides: string;
  how_to_ask: string;
  pitfalls?: string[];
  kind: Kind;
  applies?: { from?: string | null; to?: string | null };
  amounts?: Amount[];
  until_then?: { kind: Kind; text: string };
  future?: { kind: Kind; text: string; source?: string; confidence?: "high" | "medium" | "low" };
  see_also?: string[];
  links?: string[];
  /** The way to challenge a decision about this. */
  challenge: string;
}

export interface OfferEntry extends Provenance {
  id: string;
  title: string;
  heading: string;
  summary: string;
  how_to_ask?: string;
  entitlement?: string;
}

export interface Promise_ extends Provenance {
  id: string;
  text: string;
  strength: "must" | "good_to_have";
}

export interface PledgeArea {
  id: string;
  title: string;
  promises: Promise_[];
}

export interface Pledge {
  title: string;
  intro: string;
  areas: PledgeArea[];
}

export interface Skill {
  id: string;
  can: string;
  why: string;
  try: string;
  evidence: string;
  age: number;
  heading: string;
}

export interface Area extends Provenance {
  id: string;
  title: string;
  order: number;
  skills: Skill[];
}

export interface Paper extends Provenance {
  id: string;
  title: string;
  by_age: number | null;
  when: string | null;
  who_gets_it?: string;
  /** In pence. */
  costs?: Dated<number>[];
  runs_out: boolean;
  required_by_law: boolean;
  note?: string;
}

/** A length of time from one review to the next: one of these. */
export interface Every {
  days?: number;
  weeks?: number;
  months?: number;
  once?: true;
  each?: string;
  date?: string;
  term?: true;
}

export interface Review extends Omit<Provenance, "basis"> {
  id: string;
  title: string;
  who: Condition;
  every: Every;
  limit?: { days?: number; weeks?: number; months?: number; text: string };
  kind: "law" | "guidance" | "law_and_guidance" | "good_practice" | "app_reminder" | "our_suggestion";
  /** The rule it rests on. */
  basis?: string;
  note?: string;
  ends_at_age?: number;
}

export interface HelpContact {
  type: "call" | "text" | "web" | "email" | "relay";
  value: string;
  /** What to write in the text message, for type "text". */
  word?: string;
  note?: string;
}

/** What was translated, in English: it stands beside the translation for as long as nobody has checked that. */
type English<Words> = { english?: Partial<Words> };

interface HelpWords {
  title: string;
  who: string;
  hours: string;
  contacts: HelpContact[];
}

export interface HelpLine extends Provenance, HelpWords, English<HelpWords> {
  id: string;
  topics: string[];
  free: boolean;
  order: number;
  urgent: boolean;
  per_council?: boolean;
}

export interface Contact extends Provenance {
  id: string;
  role: string;
  what_for: string;
  hours?: string;
}

/** A length of time in one unit. */
export interface Span {
  working_days?: number;
  days?: number;
  months?: number;
}

export interface ChallengeStep {
  id: string;
  title: string;
  text: string;
  acts: "you" | "them";
  within: Span | null;
  /** The longest that the law allows it to be stretched to. */
  longest: Span | null;
  /** The day from which it is counted: that of the complaint, of the step before, or of the decision. */
  counted_from: "complaint" | "step" | "decision" | null;
}

/** What to do when a decision is late or a no: one for each kind of decision. */
export interface Challenge extends Provenance {
  id: string;
  title: string;
  intro: string;
  steps: ChallengeStep[];
}

type WithEnglish<Words> = { id: string } & Words & English<Words>;

/** Plain words for the statuses in law, for the rules that lead to them, and for what to look out for. */
export interface StatusWords {
  statuses: WithEnglish<{ title: string; summary: string }>[];
  /** `because` may hold {age}, {days} and {date}. */
  rules: (WithEnglish<{ because: string }> & Provenance)[];
  flags: (WithEnglish<{ title: string; text: string }> & Provenance)[];
}

/** A legal word in plain words. */
export interface GlossaryEntry extends Provenance {
  id: string;
  term: string;
  /** Other names for the same thing. */
  also?: string[];
  /** What people write in the search when they mean it; never shown. */
  typed?: string[];
  meaning: string;
}

/** A council as the list of councils gives it. `bundles` maps a language to the address of its bundle. */
export interface CouncilSummary {
  slug: string;
  name: string;
  state: "base" | "example" | "live";
  paper: { title: string; date: string } | null;
  bundles: Record<string, string>;
}

/** Everything one council's app needs, in one language. */
export interface Bundle {
  council: {
    slug: string;
    name: string;
    state: CouncilSummary["state"];
    paper: CouncilSummary["paper"];
    /** In how many working days a request should be answered. */
    answer_days: number;
  };
  lang: string;
  /** No person has checked the words of this language yet. Missing in a bundle from before there were any. */
  draft?: boolean;
  hash: string;
  entitlements: Entitlement[];
  offer: OfferEntry[];
  pledge: Pledge | null;
  passport: { areas: Area[]; papers: Paper[]; reviews: Review[] };
  help: HelpLine[];
  contacts: Contact[];
  status: StatusWords;
  challenges: Challenge[];
  /** Missing in a bundle that a phone has kept from before there was one. */
  glossary?: GlossaryEntry[];
  /** England's, as ISO dates. */
  bank_holidays: string[];
}
