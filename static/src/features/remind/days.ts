/**
 * On which days a reminder comes, and what cannot be: the server's rules (`webapp/reminders/rules.py`), told before
 * anything is sent. `tests/vectors/reminders.json` holds the two together. Pure; days are ISO dates, by London's clock.
 */
import type { Repeat } from "../../data/types";
import { addDays, addSpan } from "../../data/working-days";

export const MAX_TEXT = 300;
const FARTHEST_MONTHS = 120;
const LONGEST_MONTHS = 12;
/** A year of days, both ends of it and 29 February. */
const MOST_DAYS = 367;

/** Every day on which it comes, in order. A month that lacks the day has it on its last day. */
export function daysOf(day: string, repeat: Repeat | null): string[] {
  if (!repeat) return [day];
  const days: string[] = [];
  for (let n = 0; n < MOST_DAYS; n++) {
    const next = after(day, repeat.every, n);
    if (next > repeat.until) break;
    days.push(next);
  }
  return days;
}

function after(first: string, every: Repeat["every"], n: number): string {
  if (every === "month") return addSpan(first, { months: n }, []);
  return addDays(first, every === "week" ? 7 * n : n);
}

/** The last day that a repeat may have: a year after its first. */
export function latestEnd(day: string): string {
  return addSpan(day, { months: LONGEST_MONTHS }, []);
}

export type Trouble = "no_day" | "over" | "far" | "no_end" | "end_before" | "too_long";

export interface Moment {
  day: string;
  time: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a plan at a moment in London; null when nothing is. */
export function troubleOf(
  day: string,
  time: string | null,
  repeat: { every: string; until: string } | null,
  now: Moment,
): Trouble | null {
  if (!DAY.test(day)) return "no_day";
  if (day < now.day || (day === now.day && time !== null && time <= now.time)) return "over";
  if (day > addSpan(now.day, { months: FARTHEST_MONTHS }, [])) return "far";
  if (!repeat) return null;
  if (!DAY.test(repeat.until)) return "no_end";
  if (repeat.until < day) return "end_before";
  return repeat.until > latestEnd(day) ? "too_long" : null;
}

/** What the clock on the wall shows in London. */
export function londonNow(now: Date): Moment {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}
