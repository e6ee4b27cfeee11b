/**
 * The days on which a reminder comes, as `webapp/reminders/rules.py` has them, and how it stands for the one who gets it.
 * Pure; days are ISO dates.
 */
import type { ShownReminder } from "./reminders-view";
import type { ReminderEvery, ReminderRow } from "./types";
import { addDays, addSpan } from "./working-days";

/** Every day on which it comes, in order. A month that lacks the day has it on its last day. */
export function daysOf({ day, repeat }: Pick<ReminderRow, "day" | "repeat">): string[] {
  if (!repeat) return [day];
  const days: string[] = [];
  for (let number = 0; ; number++) {
    const next = after(day, repeat.every, number);
    if (next > repeat.until) return days;
    days.push(next);
  }
}

function after(first: string, every: ReminderEvery, number: number): string {
  if (every === "month") return addSpan(first, { months: number }, []);
  return addDays(first, every === "week" ? number * 7 : number);
}

/** A day and a time that are over, or are now, by the same clock. */
const hasCome = (on: string, time: string | null, now: { day: string; time: string }) =>
  on < now.day || (on === now.day && (time ?? "") <= now.time);

/** How a reminder stands for the one who gets it. */
export interface ReminderStanding {
  /** The last day on which it came; null before the first. */
  came: string | null;
  /** When that was seen. */
  seenAt: string | null;
  /** The next day on which it comes; null when there is none any more. */
  next: string | null;
}

export function standingOfReminder(
  reminder: Pick<ShownReminder, "day" | "time" | "repeat" | "state" | "happened">,
  now: { day: string; time: string },
): ReminderStanding {
  const days = daysOf(reminder);
  const over = days.filter((on) => hasCome(on, reminder.time, now));
  const came = over.at(-1) ?? null;
  return {
    came,
    seenAt: reminder.happened.find(({ on }) => on === came)?.seen_at ?? null,
    next: reminder.state === "on" ? (days[over.length] ?? null) : null,
  };
}
