/** The order of the protocol: by stamp, then by id. The server uses the same. */

interface Stamped {
  made_at: string;
  id: string;
}

/** Compares two operations for sorting, the earlier one first. */
export function byStamp(a: Stamped, b: Stamped): number {
  if (a.made_at !== b.made_at) return a.made_at < b.made_at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
