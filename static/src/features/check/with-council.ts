/** The status that the council wrote down, with what the young person says against it. Pure. */
import { byStamp } from "../../data/queue-order";
import type { Operation, StatusRecordRow } from "../../data/types";

/** The newest record, with an unsent "I disagree" laid over it; null when there is none. */
export function recordInForce(
  rows: readonly StatusRecordRow[],
  pending: readonly Operation[],
): (StatusRecordRow & { waiting: boolean }) | null {
  const stamped = ({ id, at }: StatusRecordRow) => ({ id, made_at: at });
  const newest = [...rows].sort((a, b) => byStamp(stamped(b), stamped(a)))[0];
  if (!newest) return null;
  const said = pending
    .filter(({ kind, body }) => kind === "status.disagree" && body.record === newest.id)
    .sort(byStamp)
    .at(-1);
  if (!said) return { ...newest, waiting: false };
  const words = String(said.body.words);
  return { ...newest, disagreed: words ? { words, at: said.made_at } : null, waiting: true };
}

/** What is shared of the check as of now: the server's row, or what this phone has not sent yet. Null: nothing. */
export function sharedNow(
  rows: readonly { result: { made_on: string } }[],
  pending: readonly Operation[],
): { made_on: string; waiting: boolean } | null {
  const unsent = pending
    .filter(({ kind }) => kind === "check.share")
    .sort(byStamp)
    .at(-1);
  if (unsent) {
    const result = unsent.body.result as { made_on: string } | null;
    return result && { made_on: result.made_on, waiting: true };
  }
  return rows[0] ? { made_on: rows[0].result.made_on, waiting: false } : null;
}
