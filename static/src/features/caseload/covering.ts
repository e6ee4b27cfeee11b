/** Whether an adviser stands in for another one, as the young person's profile says. Pure. */
import type { ProfileRow } from "../../data/types";
import { londonDay } from "../../data/working-days";

export interface Covering {
  /** Whose young person this is; null for one without an adviser. */
  adviser: string | null;
  /** The last day, as ISO date; null when no end is known. */
  until: string | null;
}

type Profile = Pick<ProfileRow, "adviser" | "cover">;

/** Null when the young person is the adviser's own, or when others cover. `now`: milliseconds since 1970. */
export function coveringOf({ adviser, cover = [] }: Profile, now: number): Covering | null {
  if (adviser?.mine) return null;
  const mine = cover
    .filter(({ mine, since }) => mine && Date.parse(since) <= now)
    .map(({ until }) => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until)))
    .filter((until) => until > now);
  if (mine.length === 0) return null;
  const end = Math.max(...mine);
  // A time that ends at midnight does not reach into the day that begins then.
  const until = Number.isFinite(end) ? londonDay(new Date(end - 1).toISOString()) : null;
  return { adviser: adviser?.name ?? null, until };
}
