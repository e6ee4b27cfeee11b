/**
 * What the screens show of a conversation: the part of the server's rows that was read, with this phone's unsent
 * operations laid over them. Pure, no signals, no storage.
 */
import { ofKinds } from "./dates-view";
import type {
  MessageFile,
  MessageLineRow,
  MessageReadRow,
  MessageRow,
  Operation,
  RefusedOperation,
} from "./types";

/** The young person's phone, or a device of somebody who supports them. */
export type Side = "young" | "staff";

export interface ShownMessage {
  id: string;
  /** Its place in the thread; null while it is only on this phone. */
  number: number | null;
  /** Who wrote it; null for what this phone has not sent yet. */
  by: string | null;
  by_owner: boolean;
  mine: boolean;
  /** Null when it was withdrawn. */
  body: string | null;
  files: MessageFile[];
  /** Ids of files of a message that is only on this phone: they are in this phone's own store. */
  own_files: string[];
  written_at: string;
  arrived_at: string | null;
  withdrawn: boolean;
  marked: MessageRow["marked"];
  answers: string | null;
  /** Who of the other side saw it first, and when. */
  seen: { by: string; at: string } | null;
  /** It, or its withdrawal, has not been sent to the server yet. */
  waiting: boolean;
  /** The server did not take it: it stands among the changes that need this person. */
  refused: boolean;
}

export interface ShownLine extends MessageLineRow {
  line: true;
}

export type Entry = ShownMessage | ShownLine;

/** The rows of one part of a thread, in the order of the thread. */
export interface Part {
  messages: readonly MessageRow[];
  lines: readonly MessageLineRow[];
  reads: readonly MessageReadRow[];
}

export const isLine = (entry: Entry): entry is ShownLine => "line" in entry;

/** Messages and lines in the order of the thread. What waits on this phone comes last, when `newest` is shown. */
export function shownThread(
  part: Part,
  side: Side,
  pending: readonly Operation[],
  refused: readonly RefusedOperation[],
  newest: boolean,
): Entry[] {
  const firstSeen = seenBy(part.reads, side);
  const gone = new Set(ofKinds(pending, "message.withdraw").map((one) => String(one.body.message)));
  const sent = part.messages.map((row) => fromRow(row, firstSeen, gone.has(row.id)));
  const lines = part.lines.map((row): ShownLine => ({ ...row, line: true }));
  const all = [...sent, ...lines].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const arrived = all.filter((entry, at) => !(isLine(entry) && saysAgain(entry, all[at - 1])));
  if (!newest) return arrived;
  const known = new Set(part.messages.map((row) => row.id));
  const own = ofKinds(pending, "message.send")
    .filter((one) => !known.has(one.id))
    .map((one) => fromOperation(one, side, gone.has(one.id) ? "withdrawn" : "waiting"));
  const stuck = refused
    .filter((one) => one.kind === "message.send")
    .map((one) => fromOperation({ ...one, body: one.body ?? {} }, side, "refused"));
  return [...arrived, ...stuck, ...own];
}

/** A message that was taken back says so itself: the line right below it would say the same again. */
function saysAgain({ kind, about }: ShownLine, before: Entry | undefined): boolean {
  return kind === "withdrawn" && before?.id === about;
}

type FirstSeen = (number: number) => { by: string; at: string } | null;

/** Looks up who of the other side was the first to have seen a message. */
export function seenBy(reads: readonly MessageReadRow[], side: Side): FirstSeen {
  const others = reads.filter((row) => row.by_owner !== (side === "young"));
  const steps: MessageReadRow[] = [];
  for (const row of others.sort((a, b) => (a.at < b.at ? -1 : 1)))
    if (row.upto > (steps.at(-1)?.upto ?? 0)) steps.push(row);
  return (number) => {
    const step = steps.find((row) => row.upto >= number);
    return step ? { by: step.by, at: step.at } : null;
  };
}

const made = new WeakMap<MessageRow, ShownMessage>();

/** The same again when nothing about it changed, so that it need not be drawn again. */
function fromRow(row: MessageRow, firstSeen: FirstSeen, leaving: boolean): ShownMessage {
  const fresh = asShown(row, firstSeen, leaving);
  const old = made.get(row);
  if (
    old &&
    old.withdrawn === fresh.withdrawn &&
    old.waiting === fresh.waiting &&
    old.seen?.at === fresh.seen?.at
  )
    return old;
  made.set(row, fresh);
  return fresh;
}

function asShown(row: MessageRow, firstSeen: FirstSeen, leaving: boolean): ShownMessage {
  const { id, number, by, by_owner, mine, files, written_at, arrived_at, marked, answers } = row;
  const withdrawn = row.withdrawn_at !== null || leaving;
  return {
    ...{ id, number, by, by_owner, mine, written_at, arrived_at, marked, answers, withdrawn },
    body: withdrawn ? null : row.body,
    files: withdrawn ? [] : files,
    own_files: [],
    seen: mine ? firstSeen(number) : null,
    waiting: leaving && row.withdrawn_at === null,
    refused: false,
  };
}

function fromOperation(
  { id, made_at, body }: Pick<Operation, "id" | "made_at" | "body">,
  side: Side,
  state: "waiting" | "withdrawn" | "refused",
): ShownMessage {
  const withdrawn = state === "withdrawn";
  return {
    id,
    number: null,
    by: null,
    by_owner: side === "young",
    mine: true,
    body: withdrawn ? null : String(body.body ?? ""),
    files: [],
    own_files: !withdrawn && Array.isArray(body.files) ? body.files.map(String) : [],
    written_at: made_at,
    arrived_at: null,
    withdrawn,
    marked: null,
    answers: typeof body.answers === "string" ? body.answers : null,
    seen: null,
    waiting: state !== "refused",
    refused: state === "refused",
  };
}

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** The words as they may be shown: letters that turn the reading direction around are left out. */
export function safeWords(body: string): string {
  return body.replace(TURNING, "");
}
