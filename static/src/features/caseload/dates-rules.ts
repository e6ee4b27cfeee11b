/** What an adviser's list says of a young person's dates: what waits for an answer, what is late, what comes next. Pure. */
import { isToCome, OWN, type ShownDate } from "../../data/dates-view";
import { daysBetween } from "../../data/working-days";
import type { Standing } from "../dates/standing";

/** A date so many days from now is near: today or this week. */
export const NEAR_DAYS = 7;

/** A kind of review that is later than is allowed. */
export interface Late {
  review: string;
  title: string;
  /** The last day on which it was in time. */
  limit: string;
  days: number;
}

export interface DatesSummary {
  /** The latest first. */
  late: Late[];
  /** Reviews asked for, and other times proposed, that nobody has answered. */
  toAnswer: number;
  next: { id: string; day: string; time: string | null } | null;
}

export const NO_DATES: DatesSummary = { late: [], toAnswer: 0, next: null };

/** Whether the young person waits for an answer: to another time, or to a review that they asked for. */
export function isUnanswered({ state, proposed }: ShownDate): boolean {
  return state === "asked" || (state === "planned" && proposed !== null);
}

export function datesSummary(
  dates: readonly ShownDate[],
  kinds: readonly Standing[],
  today: string,
): DatesSummary {
  const next = dates.find((one) => one.kind !== OWN && isToCome(one, today));
  return {
    late: kinds.flatMap((standing) => lateOf(standing, today) ?? []).sort((a, b) => b.days - a.days),
    toAnswer: dates.filter(isUnanswered).length,
    next: next?.day ? { id: next.id, day: next.day, time: next.time } : null,
  };
}

export function lateOf({ review, late, limit }: Standing, today: string): Late | null {
  if (!late || !limit) return null;
  return { review: review.id, title: review.title, limit, days: daysBetween(limit, today) };
}

/** Whether a day is today or in the days ahead that count as near. */
export function isNear(day: string, today: string): boolean {
  const days = daysBetween(today, day);
  return days >= 0 && days < NEAR_DAYS;
}
