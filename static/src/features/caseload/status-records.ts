/** Pure: the legal statuses recorded for one young person, with those recorded on this device and not sent yet. */
import { byStamp } from "../../data/queue-order";
import type { Operation, StatusRecordRow } from "../../data/types";

/** A record as shown; `by` is null while it waits on this device. */
export interface ShownRecord {
  id: string;
  status: string;
  since: string;
  source: string;
  by: string | null;
  at: string;
  disagreed: { words: string; at: string } | null;
}

/** The newest first: by stamp, then by id, as the server counts them. The first one is in force. */
export function statusRecords(
  rows: readonly StatusRecordRow[],
  pending: readonly Operation[],
): ShownRecord[] {
  const known = new Set(rows.map((row) => row.id));
  const unsent = pending.filter(({ id, kind }) => kind === "status.record" && !known.has(id));
  const shown: ShownRecord[] = [
    ...rows,
    ...unsent.map(({ id, made_at, body }) => ({
      id,
      status: String(body.status),
      since: String(body.since),
      source: String(body.source),
      by: null,
      at: made_at,
      disagreed: null,
    })),
  ];
  const stamped = ({ id, at }: ShownRecord) => ({ id, made_at: at });
  return shown.sort((a, b) => byStamp(stamped(b), stamped(a)));
}
