/** Who looked, put together so that it reads well: by day, and one line for a person and a way of looking. Pure. */
import type { LookRow } from "../../data/types";

export interface Looked {
  key: string;
  by: string;
  role: LookRow["role"];
  kind: LookRow["kind"];
  /** The starts of the hours, the latest first. */
  hours: string[];
  /** A manager's reasons, in the order in which they were given. */
  reasons: string[];
}

export interface LookedDay {
  /** Of the first hour in it: for its heading. */
  at: string;
  looked: Looked[];
}

/** The newest day first. `dayOf` says to which day a moment belongs, as text. */
export function byDay(rows: readonly LookRow[], dayOf: (moment: string) => string): LookedDay[] {
  const days = new Map<string, { at: string; looked: Map<string, Looked> }>();
  for (const row of [...rows].sort((a, b) => (a.at < b.at ? 1 : -1))) {
    const name = dayOf(row.at);
    const day = days.get(name) ?? { at: row.at, looked: new Map<string, Looked>() };
    days.set(name, day);
    addTo(day.looked, row);
  }
  return [...days.values()].map(({ at, looked }) => ({ at, looked: [...looked.values()] }));
}

/** A manager's looks stay apart: each hour has its own reasons. */
function addTo(looked: Map<string, Looked>, { id, by, role, kind, at, reason }: LookRow): void {
  const key = kind === "manager" ? id : JSON.stringify([by, role, kind]);
  const known = looked.get(key);
  if (known) known.hours.push(at);
  else looked.set(key, { key, by, role, kind, hours: [at], reasons: reason?.split("\n") ?? [] });
}
