/**
 * The shapes that cross the wire and the shapes kept on the device.
 * They follow the server's schemas; nothing here has behaviour.
 */

import type { AgreementRow, DateRow, DateStepRow, PlanAnswerRow, PreparationRow } from "./dates-types";
import type {
  CoverTime,
  LookRow,
  MessageLineRow,
  MessageReadRow,
  MessageRow,
  ThreadRow,
} from "./messages-types";
import type { MarkRow, NoteRow, PaperRow, SignOffRow, SkillRow } from "./passport-types";
import type { RatingRow } from "./pledge-types";
import type { ReminderRow } from "./reminders-types";
import type {
  RequestChallengeRow,
  RequestRow,
  RequestStepRow,
  SharedCheckRow,
  SpendRow,
  StatusRecordRow,
} from "./rights-types";
import type { ServerRow } from "./sync-types";

export type Role = "young_person" | "adviser" | "manager";
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

/* ---- rows of the collections ------------------------------------------- */

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
export type { Level, MarkRow, NoteRow, PaperRow, PaperState, SignOffRow, SkillRow } from "./passport-types";
export { LEVELS } from "./passport-types";
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
export type {
  Cursor,
  Operation,
  OperationKind,
  Outcome,
  ProblemBody,
  RefusedOperation,
  ServerRow,
  SpaceChanges,
  SyncAnswer,
  SyncRequest,
  SyncState,
  Tombstone,
  WireOperation,
} from "./sync-types";
