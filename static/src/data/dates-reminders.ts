/**
 * Reminders that a personal adviser sends: the rows, the days on which each comes, and how they stand with this device's
 * unsent operations laid over them. The days are those of `webapp/reminders/rules.py`. Pure; days are ISO dates.
 */
import { byStamp } from "./queue-order";
import type { Operation, When } from "./types";
import { addDays, addSpan } from "./working-days";

export type ReminderOperation = "reminder.make" | "reminder.cancel" | "reminder.seen";

export type Every = "day" | "week" | "month";

/** What became of a reminder on one of its days. */
export interface ReminderDay {
  on: string;
  sent_at: string | null;
  seen_at: string | null;
}

export interface ReminderRow extends When {
  id: string;
  seq?: number;
  text: string;
  template: string | null;
  /** The first day on which it comes. */
  day: string;
  repeat: { every: Every; until: string } | null;
  state: "on" | "cancelled";
  made_at: string;
  by: string;
  by_owner: boolean;
  happened: ReminderDay[];
}

export interface ShownReminder extends Omit<ReminderRow, "seq"> {
  /** Something about it has not been sent yet. */
  waiting: boolean;
}

/** All reminders, with what was said on this device and is not sent yet. */
export function shownReminders(rows: readonly ReminderRow[], pending: readonly Operation[]): ShownReminder[] {
  const seen = pending.filter(({ kind }) => kind === "reminder.seen").sort(byStamp);
  return rows.map(({ seq: _, ...row }) => {
    const mine = seen.filter(({ body }) => body.reminder === row.id);
    return { ...row, happened: mine.reduce(laidOver, row.happened), waiting: mine.length > 0 };
  });
}

function laidOver(happened: ReminderDay[], { made_at, body }: Operation): ReminderDay[] {
  const on = String(body.on);
  const known = happened.find((one) => one.on === on);
  // The first time counts.
  if (known?.seen_at) return happened;
  const now = { on, sent_at: known?.sent_at ?? null, seen_at: made_at };
  return [...happened.filter((one) => one !== known), now];
}

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

function after(first: string, every: Every, number: number): string {
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
