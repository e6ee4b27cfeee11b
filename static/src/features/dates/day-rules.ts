/** Which days can be chosen for something to come: the server's limits, told before anything is sent. Pure. */
import { addDays } from "../../data/working-days";

/** About five years: further ahead a day is a slip of the finger. */
const FURTHEST_DAYS = 5 * 366;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export type DayTrouble = "none" | "past" | "far";

/** What is wrong with a chosen day; null when nothing is. */
export function dayTrouble(day: string, today: string): DayTrouble | null {
  if (!DAY.test(day)) return "none";
  if (day < today) return "past";
  return day > addDays(today, FURTHEST_DAYS) ? "far" : null;
}
