/** What an exchange with the server carries: operations there, outcomes and rows back. */
import type { DateOperation } from "./dates-types";
import type { MessageOperation } from "./messages-types";
import type { ReminderOperation } from "./reminders-types";

/** RFC 9457, as every failing answer of the server is shaped. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  retry: boolean;
}

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

/** What every row of every collection has. */
export interface ServerRow {
  id: string;
  seq?: number;
}
