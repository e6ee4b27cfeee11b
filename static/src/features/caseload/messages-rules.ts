/** Whether a young person waits for an answer to what they wrote, and since when. Pure. */
import type { MessageReadRow, MessageRow, Operation } from "../../data/types";
import { daysBetween, londonDay } from "../../data/working-days";

/**
 * Messages of a young person that wait: those that nobody of the adviser's side has seen, or else those that were seen and
 * not answered. So a "thanks" of last week does not make today's question look a week old.
 */
export interface Unanswered {
  n: number;
  /** The day on which the first of them arrived (London, ISO date): others may wait for other things, by days too. */
  since: string;
  /** Nobody has seen them. */
  unread: boolean;
  /** All that are neither answered nor marked, in their order. */
  open: string[];
}

export interface Written {
  messages: readonly MessageRow[];
  reads: readonly MessageReadRow[];
  /** What this device has not sent of this space. */
  unsent: readonly Operation[];
}

/**
 * What still waits for an answer: after the last reply, and neither withdrawn nor marked: as a request, as a date, or as
 * one that needs no answer.
 * What waits on this device to be sent counts as sent.
 */
export function unansweredOf({ messages, reads, unsent }: Written): Unanswered | null {
  if (unsent.some(({ kind }) => kind === "message.send")) return null;
  const marked = new Set(
    unsent.filter(({ kind }) => kind === "message.mark").map(({ body }) => String(body.message)),
  );
  const standing = messages.filter(({ withdrawn_at }) => withdrawn_at === null);
  const replied = Math.max(0, ...standing.filter((one) => !one.by_owner).map(({ number }) => number));
  const open = standing.filter(
    (one) => one.by_owner && one.number > replied && !one.marked && !marked.has(one.id),
  );
  const seen = seenUpTo(messages, reads, unsent);
  const unread = open.filter(({ number }) => number > seen);
  const waiting = unread.length > 0 ? unread : open;
  const [first] = waiting;
  if (!first) return null;
  const since = londonDay(first.arrived_at);
  return { n: waiting.length, since, unread: unread.length > 0, open: open.map(({ id }) => id) };
}

/** Up to which place somebody of the adviser's side has seen the thread. */
function seenUpTo(
  messages: readonly MessageRow[],
  reads: readonly MessageReadRow[],
  unsent: readonly Operation[],
): number {
  const own = new Set(unsent.filter(({ kind }) => kind === "message.seen").map(({ body }) => body.upto));
  return Math.max(
    0,
    ...reads.filter((row) => !row.by_owner).map(({ upto }) => upto),
    ...messages.filter(({ id }) => own.has(id)).map(({ number }) => number),
  );
}

/** How many days somebody has waited; none when a clock is wrong. */
export function daysWaited(since: string, today: string): number {
  return Math.max(0, daysBetween(since, today));
}
