/**
 * Counting days as councils and the complaints procedure count them: the first day itself does not count, and a
 * working day is no Saturday, no Sunday and no bank holiday of England. Pure; days are ISO dates.
 */
import type { Span } from "./content-types";

const DAY_MS = 86_400_000;
const SUNDAY = 0;
const SATURDAY = 6;

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The day `n` days later; earlier when `n` is below nought. */
export function addDays(day: string, n: number): string {
  return iso(new Date(at(day).getTime() + n * DAY_MS));
}

/** How many days from one day to another; below nought when the other is over. */
export function daysBetween(from: string, to: string): number {
  return Math.round((at(to).getTime() - at(from).getTime()) / DAY_MS);
}

/** The `n`th working day after a day; the day itself when `n` is nought. */
export function addWorkingDays(day: string, n: number, holidays: readonly string[]): string {
  const free = new Set(holidays);
  let found = day;
  for (let left = n; left > 0; ) {
    found = addDays(found, 1);
    const weekday = at(found).getUTCDay();
    if (weekday !== SATURDAY && weekday !== SUNDAY && !free.has(found)) left--;
  }
  return found;
}

/** The same day of the month `n` months later, or that month's last day when it has no such day. */
function addMonths(day: string, n: number): string {
  const date = at(day);
  const wanted = date.getUTCDate();
  const end = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + n + 1, 0));
  end.setUTCDate(Math.min(wanted, end.getUTCDate()));
  return iso(end);
}

/** The last day of a length of time that is counted from a day. */
export function addSpan(day: string, span: Span, holidays: readonly string[]): string {
  const later = addDays(addMonths(day, span.months ?? 0), span.days ?? 0);
  return addWorkingDays(later, span.working_days ?? 0, holidays);
}

/** The calendar day in London of a moment, which is the day that a council counts from. */
export function londonDay(moment: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date(moment));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
