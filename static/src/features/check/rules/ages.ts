/**
 * Ages, birthdays and months, as the law counts them. A day is a whole number counted in UTC, so that the time zone of
 * a phone can never move it. Pure.
 */
export type Day = number;

const MS = 86_400_000;
const at = (day: Day) => new Date(day * MS);

/** The day of a calendar date; months count from nought, and what is too much runs on into the next month. */
export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month, day) / MS;

/** The day that an ISO date names. */
export const fromIso = (iso: string): Day => Date.parse(iso) / MS;

/** A day as an ISO date. */
export const toIso = (day: Day): string => at(day).toISOString().slice(0, 10);

/**
 * The day on which somebody reaches an age, at its very start (Family Law Reform Act 1969 s9). Who was born on
 * 29 February reaches it on 1 March of a year without that day.
 */
export function birthday(born: Day, age: number): Day {
  const date = at(born);
  return dayOf(date.getUTCFullYear() + age, date.getUTCMonth(), date.getUTCDate());
}

/** Age in whole years on a day; negative before the birth. */
export function ageOn(born: Day, day: Day): number {
  const years = at(day).getUTCFullYear() - at(born).getUTCFullYear();
  return birthday(born, years) > day ? years - 1 : years;
}

/** The same day some months later; the last day of the month where it has no such day. */
export function monthsAfter(day: Day, months: number): Day {
  const date = at(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Math.min(dayOf(year, month, date.getUTCDate()), dayOf(year, month + 1, 0));
}
