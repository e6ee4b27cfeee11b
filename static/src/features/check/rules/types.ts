/** What goes into the check and what comes out. The same shapes as the server's `webapp/entitlements`. */
import type { Entitlement } from "../../../data/content-types";

export type Tri = "yes" | "no" | "not_sure";
/** A day, a month or a year ("2024-05-01", "2024-05", "2024"), or "not_sure". */
export type When = string;
export type Nation = "england" | "scotland" | "wales" | "northern_ireland" | "not_sure";
export type CareType =
  | "foster"
  | "home"
  | "kinship"
  | "remand"
  | "short_break_series"
  | "section17_or_housing"
  | "not_sure";
export type OtherHome = "voluntary" | "private_home" | "private_fostering" | "nhs_or_education" | "not_sure";

export interface Spell {
  start: When;
  /** Null: it still goes on. */
  end: When | null;
  type: CareType;
}

/** The answers that decide a status (Children Act 1989 and the regulations under it). */
export interface Answers {
  dob: string;
  age_disputed: Tri;
  nation: Nation;
  in_care_now: Tri;
  care_order_now: Tri;
  care_spells: Spell[];
  sgo: { in_force: Tri; looked_after_before: Tri };
  adopted_at: number | null;
  on_16th_birthday: {
    where: "in_care" | "detained" | "hospital" | "other" | "not_sure";
    looked_after_before: Tri;
  };
  home_spell: { start: When; end: When | null } | "not_sure" | null;
  other_accommodation_16_17: OtherHome[];
  in_or_wants_education: Tri;
  learning_programme_in_plan: Tri;
}

/** How a person lives now. What is missing or "not_sure" is not known. */
export interface Circumstances {
  in_education?: string | null;
  full_time?: Tri | null;
  parent?: Tri | null;
  pregnant?: Tri | null;
  disabled_or_ill?: Tri | null;
  on_uc?: Tri | null;
  immigration?: string | null;
  living?: string | null;
  /** Whole pounds. */
  savings?: number | null;
  /** By `ask_id`. */
  asks?: Record<string, Tri>;
}

export interface AnswerProblem {
  at: string;
  code: string;
}

export type StatusCode =
  | "looked_after"
  | "eligible"
  | "relevant"
  | "frc"
  | "qualifying"
  | "qualifying_21_24"
  | "none_care_experienced"
  | "unknown";

export interface StatusResult {
  age: number;
  band: "under_16" | "16_17" | "18_20" | "21_24" | "25_plus";
  status: StatusCode;
  best_guess: StatusCode | null;
  possible: StatusCode[];
  frc_education: boolean | null;
  rule: string;
  guess_rule: string | null;
  /** Days in care that count, since the 14th birthday. */
  days: number;
  day_91: string | null;
  changes: { on: string; status: StatusCode; rule: string }[];
  flags: string[];
  unsure: string[];
}

/** One thing that was asked about a person. `value` is what the content says. */
export interface Leaf {
  key: string;
  value: unknown;
  not?: true;
}

export interface AmountResult {
  id: string;
  state: "yes" | "maybe";
  value: number | string;
  /** What England's pack says, when the council's figure differs. */
  england: number | string | null;
}

export interface EntitlementResult {
  id: string;
  state: "now" | "later" | "ended" | "maybe" | "not";
  on: string | null;
  event: Leaf[] | null;
  ask: Leaf | null;
  because: Leaf[];
  until: string | null;
  amounts: AmountResult[];
}

export interface Missing {
  id: string;
  amount: string;
  per: "once" | "year";
  /** Pence. */
  value: number;
}

export interface CheckResult {
  status: StatusResult;
  entitlements: EntitlementResult[];
  missing: Missing[];
}

export interface Milestone {
  age: number;
  on: string;
  status: { before: StatusCode; after: StatusCode } | null;
  starts: string[];
  changes: string[];
  ends: string[];
}

export interface CheckInput {
  answers: Answers;
  circumstances: Circumstances;
  entries: readonly Entitlement[];
  council: string | null;
  homeCouncil: string | null;
  today: string;
}
