/** Times away as the server tells them, and what can be said of one. Pure; days are days in London. */
import type { CoverTime } from "../../data/messages-types";
import { addDays, londonDay } from "../../data/working-days";

export interface Colleague {
  id: string;
  name: string;
}

/** `cover` was named (null: the duty list); `covered` is what comes of it: that one may be away too. */
export interface AwayTime {
  id: string;
  since: string;
  until: string;
  cover: Colleague | null;
  covered: CoverTime[];
}

export interface AwayAnswer {
  times: AwayTime[];
  advisers: Colleague[];
}

/** Somebody who covers, by their first and last day. */
export interface CoverDays {
  name: string;
  since: string;
  until: string;
}

export const DUTY = "duty";

/** What is typed into the form; `cover` is an adviser's id, DUTY, or nothing yet. */
export interface TypedAway {
  since: string;
  until: string;
  cover: string;
}

export type AwayField = keyof TypedAway;
export type AwayTrouble = "no day" | "past" | "before" | "nobody";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with each field, before the server is asked. A time that has begun keeps its first day. */
export function awayTroubles(
  { since, until, cover }: TypedAway,
  today: string,
  begun: boolean,
): [AwayField, AwayTrouble][] {
  const found: [AwayField, AwayTrouble][] = [];
  if (!DAY.test(since)) found.push(["since", "no day"]);
  else if (!begun && since < today) found.push(["since", "past"]);
  if (!DAY.test(until)) found.push(["until", "no day"]);
  else if (until < since) found.push(["until", "before"]);
  else if (until < today) found.push(["until", "past"]);
  if (!cover) found.push(["cover", "nobody"]);
  return found;
}

/** Who really covers, by days, first day first; one person's times that touch are one. */
export function coverDays(covered: readonly CoverTime[], last: string): CoverDays[] {
  const found: CoverDays[] = [];
  for (const { name, since, until } of [...covered].sort((a, b) => (a.since < b.since ? -1 : 1))) {
    const one = { name, since: londonDay(since), until: until ? lastDay(until) : last };
    const before = found.filter((other) => other.name === name).at(-1);
    if (before && one.since <= addDays(before.until, 1)) before.until = one.until;
    else found.push(one);
  }
  return found;
}

/** The first day of a time on which nobody covers; null when somebody does every day that is still to come. */
export function firstGap(time: AwayTime, today: string): string | null {
  const days = coverDays(time.covered, time.until);
  for (let day = time.since > today ? time.since : today; day <= time.until; day = addDays(day, 1))
    if (!days.some(({ since, until }) => since <= day && day <= until)) return day;
  return null;
}

/** A time that ends at midnight does not reach into the day that begins then. */
function lastDay(until: string): string {
  return londonDay(new Date(Date.parse(until) - 1).toISOString());
}
