/** The words for reminders: who sends one, when it comes, and how often. */
import type { ShownReminder } from "../../data/reminders-view";
import { t } from "../../i18n/index";
import { dayWords, whenWords } from "./words";

/** Who reminds, for a small line. */
export function fromWords({ by }: Pick<ShownReminder, "by">): string {
  return by ? t("Reminder from {name}", { name: by }) : t("A reminder");
}

/** How often it comes and until when; null when it comes once. */
export function repeatWords({ repeat }: Pick<ShownReminder, "repeat">): string | null {
  if (!repeat) return null;
  const date = dayWords(repeat.until);
  switch (repeat.every) {
    case "day":
      return t("Every day until {date}", { date });
    case "week":
      return t("Every week until {date}", { date });
    case "month":
      return t("Every month until {date}", { date });
  }
}

/** On which day it comes, or came, with its time. */
export function cameWords(on: string, time: string | null): string {
  return time ? whenWords({ day: on, time }) : dayWords(on);
}
