/**
 * The shapes that cross the wire and the shapes kept on the device.
 * They follow the server's schemas; nothing here has behaviour.
 */

import type {
  AgreementRow,
  DateOperation,
  DateRow,
  DateStepRow,
  PlanAnswerRow,
  PreparationRow,
} from "./dates-types";
import type {
  CoverTime,
  LookRow,
  MessageLineRow,
  MessageOperation,
  MessageReadRow,
  MessageRow,
  ThreadRow,
} from "./messages-types";
import type { RatingRow } from "./pledge-types";
import type { ReminderOperation, ReminderRow } from "./reminders-types";
import type {
  RequestChallengeRow,
  RequestRow,
  RequestStepRow,
  SharedCheckRow,
  SpendRow,
  StatusRecordRow,
} from "./rights-types";

export type Role = "young_person" | "adviser" | "manager";
export type Level = "not_yet" | "with_help" | "on_my_own" | "can_show";
export type PaperState = "got_it" | "asked_for" | "not_needed" | "not_sure";

/** The levels in the order in which a person climbs them. */
export const LEVELS: readonly Level[] = ["not_yet", "with_help", "on_my_own", "can_show"];

export interface Notice {
  kind: string;
  at: string;
}

/** Who is signed in: the answer of sign-in, of spending an invitation, and of `GET /auth/me`. */
export interface Me {
  account: {
    id: string;
    role: Role;
    name: string;
    sign_in_name: string | null;
    email: string | null;
    council: string;
    home_council: string | null;
    language: string;
  };
  /** The young person's own space; null for staff. */
  space: string | null;
  session: { id: string; device_name: string };
  notices: Notice[];
  /**
   * How many days after the end of the account each kind of record is kept; what is not named stays with the care
   * record. Not there on a phone that has not asked since this was first said.
   */
  kept_days?: Record<string, number>;
}

export interface Device {
  id: string;
  name: string;
  last_seen: string;
  this: boolean;
}

/** RFC 9457, as every failing answer of the server is shaped. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  retry: boolean;
}

/* ---- operations and sync ------------------------------------------------ */

export type OperationKind =
  | "passport.mark"
  | "passport.note"
  | "passport.paper"
  | "passport.sign_off"
  | "passport.sign_off_withdraw"
  | "status.record"
  | "status.disagree"
  | "check.share"
  | "request.make"
  | "request.step"
  | "request.received"
  | "request.withdraw"
  | "request.challenge"
  | "spend.put"
  | "spend.remove"
  | "pledge.rate"
  | DateOperation
  | ReminderOperation
  | MessageOperation;

/** An operation as it goes over the wire. */
export interface WireOperation {
  id: string;
  space: string;
  kind: OperationKind;
  made_at: string;
  body: Record<string, unknown>;
}

/**
 * An operation as the queue keeps it.
 * - waiting: not answered yet.
 * - done: answered `applied` or `superseded`; kept 30 days to be sent again after a restored backup.
 * - refused: kept until the person tries again or discards it.
 * - ended: refused by a space that is over for this person: only kind and date are left of it.
 */
export interface Operation extends WireOperation {
  state: "waiting" | "done" | "refused" | "ended";
  tries: number;
  /** Milliseconds since 1970 when it was answered; null while waiting. */
  answered_at: number | null;
  problem: ProblemBody | null;
}

export interface RefusedOperation {
  id: string;
  /** Null when the space has ended: then nothing but kind and date is left. */
  space: string | null;
  kind: OperationKind;
  made_at: string;
  body: Record<string, unknown> | null;
  problem: ProblemBody | null;
}

export interface Cursor {
  epoch: number;
  seq: number;
}

export interface SyncRequest {
  account: string;
  cursors: Record<string, Cursor>;
  operations: WireOperation[];
}

export interface Outcome {
  id: string;
  outcome: "applied" | "superseded" | "refused";
  problem?: ProblemBody | null;
}

export interface Tombstone {
  id: string;
  deleted: true;
}

export interface SpaceChanges {
  id: string;
  epoch: number;
  seq: number;
  more?: boolean;
  reset?: boolean;
  changes: Record<string, (ServerRow | Tombstone)[]>;
}

export interface SyncAnswer {
  now: string;
  min_client: number;
  outcomes: Outcome[];
  spaces: SpaceChanges[];
  ended: string[];
}

export interface SyncState {
  phase: "idle" | "sending" | "failed" | "offline";
  /** Milliseconds since 1970 of the last sync that went through. */
  lastAt: number | null;
  /** Operations not yet answered. */
  waiting: number;
  /** A plain sentence for the person when the phase is "failed". */
  reason: string | null;
}

/* ---- rows of the collections ------------------------------------------- */

/** What every row of every collection has. */
export interface ServerRow {
  id: string;
  seq?: number;
}

export interface ProfileRow extends ServerRow {
  name: string;
  birthday: string;
  council: string;
  home_council: string | null;
  /** `mine`: it is whoever is signed in. */
  adviser: { name: string; mine?: boolean } | null;
  /** Who covers now and later, as the server said at the last sync. */
  cover?: (CoverTime & { mine?: boolean })[];
  sign_in_name: string | null;
}

/** One row a skill: the level that won. */
export interface SkillRow extends ServerRow {
  level: Level;
  made_at: string;
  op: string;
}

/** One row a mark: the history. */
export interface MarkRow extends ServerRow {
  skill: string;
  level: Level;
  made_at: string;
  by: string;
}

/** One row a skill. An adviser gets it only while it is shared. */
export interface NoteRow extends ServerRow {
  text: string;
  shared: boolean;
  made_at: string;
}

export interface PaperRow extends ServerRow {
  state: PaperState | null;
  runs_out: string | null;
  made_at: string;
}

export interface SignOffRow extends ServerRow {
  skill: string;
  level: Level;
  by: string;
  at: string;
  withdrawn: { at: string; by: string; reason: string } | null;
}

/** Which row type lives in which collection. */
export interface CollectionRows {
  profile: ProfileRow;
  skills: SkillRow;
  marks: MarkRow;
  notes: NoteRow;
  papers: PaperRow;
  sign_offs: SignOffRow;
  status_records: StatusRecordRow;
  shared_checks: SharedCheckRow;
  requests: RequestRow;
  request_steps: RequestStepRow;
  request_challenges: RequestChallengeRow;
  spends: SpendRow;
  ratings: RatingRow;
  dates: DateRow;
  date_steps: DateStepRow;
  preparations: PreparationRow;
  agreements: AgreementRow;
  plan_answers: PlanAnswerRow;
  reminders: ReminderRow;
  messages: MessageRow;
  message_reads: MessageReadRow;
  message_lines: MessageLineRow;
  thread: ThreadRow;
  looks: LookRow;
}

export type Collection = keyof CollectionRows;

export type {
  Amount,
  Area,
  Bundle,
  Challenge,
  ChallengeStep,
  Condition,
  Contact,
  CouncilSummary,
  Dated,
  Entitlement,
  GlossaryEntry,
  HelpContact,
  HelpLine,
  Kind,
  OfferEntry,
  Paper,
  Pledge,
  PledgeArea,
  Promise_,
  Provenance,
  Review,
  Skill,
  StatusWords,
} from "./content-types";
export type {
  AgreementRow,
  DateOperation,
  DateRow,
  DateState,
  DateStepRow,
  Face,
  Heading,
  PlanAnswerRow,
  PreparationRow,
  Proposal,
  When,
} from "./dates-types";
export { HEADINGS } from "./dates-types";
export type {
  CoverTime,
  FileKind,
  LineKind,
  LookRow,
  MessageFile,
  MessageLineRow,
  MessageOperation,
  MessageReadRow,
  MessageRow,
  ThreadRow,
} from "./messages-types";
export type {
  PledgeAnswer,
  PledgeCells,
  PledgeDid,
  PledgeResults,
  PledgeWords,
  PromiseResult,
  RatingRow,
  SeasonResult,
} from "./pledge-types";
export type { Every as ReminderEvery, ReminderOperation, ReminderRow, Repeat } from "./reminders-types";
export type {
  RequestChallengeRow,
  RequestRow,
  RequestState,
  RequestStepRow,
  SharedCheckRow,
  SharedResult,
  SpendRow,
  StatusRecordRow,
} from "./rights-types";
