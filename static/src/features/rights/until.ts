/** How far away a day is, in the unit that a person would use. Pure. */
import { t, tn } from "../../i18n/index";
import { fromIso } from "../check/rules/ages";

const DAYS_A_MONTH = 30.44;
const MONTHS_A_YEAR = 12;

/** "today", "in 12 days", "in 3 months", "in 4 years", or the same ago. Both are ISO dates. */
export function awayWords(day: string, today: string): string {
  const days = fromIso(day) - fromIso(today);
  if (days === 0) return t("today");
  const far = Math.abs(days);
  const months = Math.round(far / DAYS_A_MONTH);
  if (far < 2 * DAYS_A_MONTH) return inWords(days, far, "day");
  if (months < 2 * MONTHS_A_YEAR) return inWords(days, months, "month");
  return inWords(days, Math.round(months / MONTHS_A_YEAR), "year");
}

function inWords(days: number, n: number, unit: "day" | "month" | "year"): string {
  const ahead = days > 0;
  switch (unit) {
    case "day":
      return ahead ? tn("in {n} day", "in {n} days", n) : tn("{n} day ago", "{n} days ago", n);
    case "month":
      return ahead ? tn("in {n} month", "in {n} months", n) : tn("{n} month ago", "{n} months ago", n);
    case "year":
      return ahead ? tn("in {n} year", "in {n} years", n) : tn("{n} year ago", "{n} years ago", n);
  }
}
