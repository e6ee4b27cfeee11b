/**
 * When a council reads messages, and how long a reply usually takes. Pure; days and times are those of the clock in
 * London, and a bank holiday is a day on which nobody reads.
 */
import type { ThreadRow } from "../../data/types";
import { addDays } from "../../data/working-days";
import type { Wall } from "../dates/london";
import { weekday } from "../dates/month";

export type Hours = ThreadRow["hours"];

/** Christmas and Easter close a council for five days at the most: beyond a month something is wrong with the hours. */
const LOOK_AHEAD = 31;
const HOUR = 60;

const worksOn = (hours: Hours, holidays: readonly string[], day: string) =>
  // The server counts days from Monday as 1, the month from Monday as 0.
  hours.days.includes(weekday(day) + 1) && !holidays.includes(day);

/** Whether somebody reads messages at this moment. At the minute of closing nobody does any more. */
export function isOpen(hours: Hours, holidays: readonly string[], { day, time }: Wall): boolean {
  return worksOn(hours, holidays, day) && hours.from <= time && time < hours.to;
}

/** When somebody reads messages again, after a moment at which nobody does; null when these hours never come. */
export function nextOpening(hours: Hours, holidays: readonly string[], now: Wall): Wall | null {
  const first = now.time < hours.from ? 0 : 1;
  for (let ahead = first; ahead <= LOOK_AHEAD; ahead++) {
    const day = addDays(now.day, ahead);
    if (worksOn(hours, holidays, day)) return { day, time: hours.from };
  }
  return null;
}

/** So many hours or days, of those in which somebody works. */
export interface ReplyTime {
  n: number;
  unit: "hours" | "days";
}

/** Minutes of working time as a person would say them: rounded up, since a promise that is too short hurts more. */
export function replyTime(minutes: number, hours: Hours): ReplyTime {
  const day = minutesOf(hours.to) - minutesOf(hours.from);
  if (day > 0 && minutes >= day) return { n: Math.ceil(minutes / day), unit: "days" };
  return { n: Math.max(1, Math.ceil(minutes / HOUR)), unit: "hours" };
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * HOUR + minute;
}

/** Days of the week (Monday is 1) as runs of days that follow each other, each by its first and last day. */
export function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && day === last[1] + 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
