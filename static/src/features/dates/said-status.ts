/** Which status review dates are reckoned by: the council decides it, and until it has, what the young person shares. Pure. */
import { byStamp } from "../../data/queue-order";
import type { Operation, SharedCheckRow, SharedResult, StatusRecordRow } from "../../data/types";

/**
 * Every status that the person may have, as far as both sides know; null when nobody has said. The newest record of the
 * council counts, by stamp; without one, the check that is shared, until a day comes on which it foresaw a change.
 */
export function saidStatuses(
  records: readonly StatusRecordRow[],
  checks: readonly SharedCheckRow[],
  waiting: readonly Operation[],
  day: string,
): readonly string[] | null {
  const recorded = newestRecord(records, waiting);
  if (recorded !== null) return [recorded];
  const found = sharedStatus(checks, waiting);
  return !found || found.changes.some(({ on }) => on <= day) ? null : found.possible;
}

function newestRecord(records: readonly StatusRecordRow[], waiting: readonly Operation[]): string | null {
  const unsent = waiting.filter(({ kind }) => kind === "status.record");
  const all = [
    ...records.map(({ id, at, status }) => ({ id, made_at: at, status })),
    ...unsent.map(({ id, made_at, body }) => ({ id, made_at, status: String(body.status) })),
  ];
  return all.sort(byStamp).at(-1)?.status ?? null;
}

/** What this device has not sent yet counts already, also when it takes the check back. */
function sharedStatus(checks: readonly SharedCheckRow[], waiting: readonly Operation[]) {
  const unsent = waiting
    .filter(({ kind }) => kind === "check.share")
    .sort(byStamp)
    .at(-1);
  const result = unsent ? (unsent.body.result as SharedResult | null) : checks[0]?.result;
  return result?.status ?? null;
}
