/**
 * Seasons: the calendar quarters by London's calendar, as the server counts them (`webapp/pledge/rules.py`). Pure, but for
 * `seasonNow`, which asks the same clock that stamps operations.
 */
import { nextStamp, readDevice } from "./device";
import { addDays, londonDay } from "./working-days";

const MONTHS = 3;
const QUARTERS = 4;

/** The season that a day in London lies in, like `2026-Q4`. */
export function seasonOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / MONTHS)}`;
}

const yearOf = (season: string) => Number(season.slice(0, 4));
const quarterOf = (season: string) => Number(season.slice(-1));

/** Which of a year's four it is, and of which year: for its name. */
export function partsOf(season: string): { year: number; quarter: number } {
  return { year: yearOf(season), quarter: quarterOf(season) };
}

/** The season before. */
export function seasonBefore(season: string): string {
  const [year, quarter] = [yearOf(season), quarterOf(season)];
  return quarter > 1 ? `${year}-Q${quarter - 1}` : `${year - 1}-Q${QUARTERS}`;
}

/** Its last day, on which what was said can still be changed. */
export function lastDayOf(season: string): string {
  const [year, quarter] = [yearOf(season), quarterOf(season)];
  const next =
    quarter < QUARTERS ? `${year}-${String(quarter * MONTHS + 1).padStart(2, "0")}-01` : `${year + 1}-01-01`;
  return addDays(next, -1);
}

/** The season in which an operation made now would be stamped: a phone whose clock is wrong still says the right one. */
export async function seasonNow(clock: number = Date.now()): Promise<string> {
  return seasonOf(londonDay(new Date(nextStamp(clock, await readDevice())).toISOString()));
}
