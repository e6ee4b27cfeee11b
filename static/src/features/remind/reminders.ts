/** A young person's reminders, as they are on this device now. */
import { pending } from "../../data/operations";
import { type ShownReminder, shownReminders } from "../../data/reminders-view";
import { rows } from "../../data/store";
import type { ReminderRow } from "../../data/types";

/** Those of one space, the newest first. Reading it in a component subscribes that. */
export function readReminders(space: string): ShownReminder[] {
  const waiting = pending.value.filter((operation) => operation.space === space);
  return shownReminders(rows<ReminderRow>(space, "reminders").value, waiting);
}
