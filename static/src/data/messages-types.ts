/** Rows about the conversation between a young person and the people who support them, and who looked at it. */

export type MessageOperation =
  | "message.send"
  | "message.withdraw"
  | "message.seen"
  | "message.mark"
  | "space.opened";

export type FileKind = "jpeg" | "png" | "webp" | "pdf";

/** A picture or a PDF that came with a message. Its bytes are fetched apart, through the guard, and are never kept. */
export interface MessageFile {
  id: string;
  kind: FileKind;
  name: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

export interface MessageRow {
  id: string;
  seq?: number;
  /** Its place in the thread: it arrived in this order, and that never changes. */
  number: number;
  by: string;
  by_owner: boolean;
  mine: boolean;
  /** Null when it was withdrawn. */
  body: string | null;
  /** It holds letters that can turn the reading direction around: they are left out where it is shown. */
  tricky: boolean;
  files: MessageFile[];
  written_at: string;
  arrived_at: string;
  withdrawn_at: string | null;
  answers: string | null;
  /** `none`: it needs no answer. */
  marked: { as: "request" | "date"; id: string } | { as: "none"; id: null } | null;
  made_at: string;
}

/** Somebody had seen all messages up to this number at this moment. */
export interface MessageReadRow {
  id: string;
  seq?: number;
  by: string;
  by_owner: boolean;
  mine: boolean;
  upto: number;
  at: string;
}

export type LineKind =
  | "withdrawn"
  | "away"
  | "nobody_covers"
  | "back"
  | "passed_on"
  | "told_manager"
  | "handed_over";

/** What the app itself says in the thread. */
export interface MessageLineRow {
  id: string;
  seq?: number;
  number: number;
  kind: LineKind;
  name: string | null;
  /** The message that it is about. */
  about: string | null;
  at: string;
}

/** One row: the council's working hours, and how many minutes of them a reply usually takes (null: not known yet). */
export interface ThreadRow {
  id: string;
  seq?: number;
  hours: { from: string; to: string; days: number[] };
  usual_minutes: number | null;
}

/** Only the young person gets these. `at` is the start of the hour. */
export interface LookRow {
  id: string;
  seq?: number;
  by: string;
  role: "adviser" | "cover" | "manager";
  kind: "copy" | "opened" | "manager";
  at: string;
  reason: string | null;
}

/** Somebody who stands in for the adviser. `until` is the first moment at which they no longer do. */
export interface CoverTime {
  name: string;
  since: string;
  until: string | null;
}
