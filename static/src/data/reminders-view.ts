/**
 * What the screens show of reminders: the server's rows with this device's unsent operations laid over them. Pure, no
 * signals, no storage. For the adviser's screens and the young person's alike.
 */
import { ofKinds } from "./dates-view";
import type { Operation, ReminderRow, Repeat } from "./types";

export interface ShownReminder extends Omit<ReminderRow, "seq"> {
  /** Something about it has not been sent to the server yet. */
  waiting: boolean;
}

/** All reminders, the newest first. */
export function shownReminders(rows: readonly ReminderRow[], pending: readonly Operation[]): ShownReminder[] {
  const found = new Map<string, ShownReminder>();
  for (const { seq: _, ...row } of rows) found.set(row.id, { ...row, waiting: false });
  for (const made of ofKinds(pending, "reminder.make"))
    if (!found.has(made.id)) found.set(made.id, fromUnsent(made));
  for (const { body } of ofKinds(pending, "reminder.cancel")) {
    const reminder = found.get(String(body.reminder));
    if (reminder) found.set(reminder.id, { ...reminder, state: "cancelled", waiting: true });
  }
  for (const { body, made_at } of ofKinds(pending, "reminder.seen")) {
    const reminder = found.get(String(body.reminder));
    if (reminder) found.set(reminder.id, seenOn(reminder, String(body.on), made_at));
  }
  return [...found.values()].sort((a, b) =>
    a.made_at === b.made_at ? (a.id < b.id ? 1 : -1) : a.made_at < b.made_at ? 1 : -1,
  );
}

function fromUnsent({ id, made_at, body }: Operation): ShownReminder {
  return {
    ...{ id, made_at, state: "on", by: "", by_owner: false, happened: [], waiting: true },
    text: String(body.text ?? ""),
    template: (body.template ?? null) as string | null,
    day: String(body.day),
    time: (body.time ?? null) as string | null,
    repeat: (body.repeat ?? null) as Repeat | null,
  };
}

/** The first time counts. */
function seenOn(reminder: ShownReminder, on: string, at: string): ShownReminder {
  const others = reminder.happened.filter((day) => day.on !== on);
  const before = reminder.happened.find((day) => day.on === on);
  const day = { on, sent_at: before?.sent_at ?? null, seen_at: before?.seen_at ?? at };
  return { ...reminder, happened: [...others, day], waiting: true };
}
