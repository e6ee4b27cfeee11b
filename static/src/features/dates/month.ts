/** The days of a month laid out in weeks, and moving between them. Pure; months are "2026-12", days ISO dates. */
import { addDays } from "../../data/working-days";

const WEEK = 7;

/** Weeks from Monday to Sunday; null where a week reaches into another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const start = addDays(first, -weekday(first));
  const weeks: (string | null)[][] = [];
  for (let monday = start; monday.slice(0, 7) <= month; monday = addDays(monday, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, at) => within(month, addDays(monday, at))));
  return weeks;
}

const within = (month: string, day: string) => (day.startsWith(month) ? day : null);

/** 0 is Monday. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % WEEK;
}

/** The month `n` months later. */
export function addMonth(month: string, n: number): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, of - 1 + n, 1)).toISOString().slice(0, 7);
}

/** The same day of the month `n` months later, or that month's last day. */
export function sameDay(day: string, n: number): string {
  const month = addMonth(day.slice(0, 7), n);
  const last = addDays(`${addMonth(month, 1)}-01`, -1);
  const wanted = `${month}${day.slice(7)}`;
  return wanted < last ? wanted : last;
}

/** Where the focus goes at a key of the calendar's grid; null when the key means nothing there. `forward` is the arrow
 * key that points to the next day, which is the left one where the page reads from right to left. */
export function dayAtKey(day: string, key: string, forward: "ArrowRight" | "ArrowLeft"): string | null {
  const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case forward:
      return addDays(day, 1);
    case backward:
      return addDays(day, -1);
    case "ArrowDown":
      return addDays(day, WEEK);
    case "ArrowUp":
      return addDays(day, -WEEK);
    case "Home":
      return addDays(day, -weekday(day));
    case "End":
      return addDays(day, WEEK - 1 - weekday(day));
    case "PageDown":
      return sameDay(day, 1);
    case "PageUp":
      return sameDay(day, -1);
    default:
      return null;
  }
}
