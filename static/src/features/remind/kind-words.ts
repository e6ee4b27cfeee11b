/** What a change to a reminder is called on the list of what waits to be sent. */
import type { ReminderOperation } from "../../data/types";
import { t } from "../../i18n/index";

export function reminderKindWords(kind: ReminderOperation): string {
  switch (kind) {
    case "reminder.make":
      return t("A reminder");
    case "reminder.cancel":
      return t("A reminder stopped");
    case "reminder.seen":
      return t("That you saw a reminder");
  }
}
