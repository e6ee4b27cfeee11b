/**
 * When a review comes round again, by when it must have been, and what that rests on. The same as the first part of
 * `webapp/reviews/rules.py`; `tests/vectors/dates.json` holds the two together. Pure; days are ISO dates.
 */
import type { Every, Review } from "../../data/content-types";
import { addSpan } from "../../data/working-days";

const WEEK = 7;

interface Gap {
  days?: number;
  weeks?: number;
  months?: number;
}

/**
 * The day to propose for the next one, counted from the last one held. Null when the rhythm is no number of days (once,
 * each move, every term), or when it would not be before `ends`.
 */
export function nextDay(every: Every, last: string, ends: string | null): string | null {
  const day = after(every, last);
  return day !== null && (ends === null || day < ends) ? day : null;
}

/** The last day on which the next one is still in time, counted from the last one held; null without a limit. */
export function limitDay(limit: Gap | null, last: string): string | null {
  return limit && after(limit, last);
}

/** Whether the last day that is allowed is over. */
export function isOverdue(limit: string | null, today: string): boolean {
  return limit !== null && limit < today;
}

export type Basis = Exclude<Review["kind"], "law_and_guidance"> | "law_in_council_home";

/**
 * What a review rests on, for the person it is about. Where it is law in a home that the council provides and guidance
 * elsewhere, the home decides; while nobody has said which home it is, the answer says that it depends.
 */
export function basisOf(kind: Review["kind"], councilHome: boolean | null): Basis {
  if (kind !== "law_and_guidance") return kind;
  if (councilHome === null) return "law_in_council_home";
  return councilHome ? "law" : "guidance";
}

function after({ months, weeks, days }: Gap, last: string): string | null {
  if (months !== undefined) return addSpan(last, { months }, []);
  if (weeks !== undefined) return addSpan(last, { days: weeks * WEEK }, []);
  return days === undefined ? null : addSpan(last, { days }, []);
}
