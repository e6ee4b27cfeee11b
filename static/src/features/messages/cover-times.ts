/** Who stands in for the adviser, now and next. Pure: the times come with the profile, so they hold without a signal too. */
import type { CoverTime } from "../../data/types";
import { londonDay } from "../../data/working-days";

const DAY_MS = 86_400_000;
/** Farther ahead it is of no use to whoever writes now. */
const SOON_MS = 14 * DAY_MS;

/** People who cover for the same time. */
export interface Covering {
  names: string[];
  /** The first day, as ISO date. */
  since: string;
  /** The last day; null when nobody knows yet. */
  until: string | null;
}

/** Those who cover at a moment (milliseconds since 1970), whoever stays longest first. */
export function coverNow(cover: readonly CoverTime[], now: number): Covering[] {
  const current = joined(cover).filter((one) => starts(one) <= now && now < ends(one));
  return together(current.sort((a, b) => ends(b) - ends(a) || 0));
}

/** Who covers next, when that is soon; null when nobody does, or when it is not soon. */
export function coverNext(cover: readonly CoverTime[], now: number): Covering | null {
  const coming = joined(cover).filter((one) => starts(one) > now && starts(one) <= now + SOON_MS);
  const first = Math.min(...coming.map(starts));
  return together(coming.filter((one) => starts(one) === first))[0] ?? null;
}

const starts = ({ since }: CoverTime) => Date.parse(since);
const ends = ({ until }: CoverTime) => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until));

/** Times of one person that follow each other or overlap are one time. */
function joined(cover: readonly CoverTime[]): CoverTime[] {
  const times: CoverTime[] = [];
  const latest = new Map<string, CoverTime>();
  for (const one of [...cover].sort((a, b) => starts(a) - starts(b))) {
    const before = latest.get(one.name);
    if (before && starts(one) <= ends(before)) {
      if (ends(one) > ends(before)) before.until = one.until;
      continue;
    }
    const time = { ...one };
    latest.set(one.name, time);
    times.push(time);
  }
  return times;
}

function together(times: readonly CoverTime[]): Covering[] {
  const found: Covering[] = [];
  for (const one of times) {
    const until = lastDay(one.until);
    const same = found.find((other) => other.until === until);
    if (same) same.names.push(one.name);
    else found.push({ names: [one.name], since: londonDay(one.since), until });
  }
  return found;
}

/** The last day on which somebody covers: a time that ends at midnight does not reach into the day that begins then. */
function lastDay(until: string | null): string | null {
  return until && londonDay(new Date(Date.parse(until) - 1).toISOString());
}
