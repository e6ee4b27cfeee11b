/** The words for reminders: how often they come, how each one stands, and what is wrong with one. */
import type { ShownReminder } from "../../data/reminders-view";
import type { Repeat } from "../../data/types";
import { formatDate, t, tn } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";
import { whenWords } from "../dates/words";
import { daysOf, type Moment, type Trouble } from "./days";

/** How often it comes and until when; null when it comes once. */
export function repeatWords(repeat: Repeat | null): string | null {
  if (!repeat) return null;
  const date = formatDate(repeat.until, "long");
  switch (repeat.every) {
    case "day":
      return t("Every day until {date}", { date });
    case "week":
      return t("Every week until {date}", { date });
    case "month":
      return t("Every month until {date}", { date });
  }
}

export interface Standing {
  /** The next day on which it comes; null when there is none any more. */
  next: string | null;
  /** Days on which a notice of it went out, and days on which it was seen. */
  sent: number;
  seen: number;
  /** Days that are over and of which neither is known. */
  quiet: number;
}

/** How a reminder stands at a moment in London. */
export function standingOf({ day, time, repeat, state, happened }: ShownReminder, now: Moment): Standing {
  const days = daysOf(day, repeat);
  const gone = (on: string) => on < now.day || (on === now.day && (time ?? "00:00") <= now.time);
  const known = new Set(happened.filter((one) => one.sent_at || one.seen_at).map(({ on }) => on));
  const next = days.find((on) => !gone(on)) ?? null;
  return {
    next: state === "on" ? next : null,
    sent: happened.filter(({ sent_at }) => sent_at).length,
    seen: happened.filter(({ seen_at }) => seen_at).length,
    quiet: state === "on" ? days.filter((on) => gone(on) && !known.has(on)).length : 0,
  };
}

/** Scheduled, sent and seen, each as a short line; those that say nothing are left out. */
export function standingWords(reminder: ShownReminder, { next, sent, seen, quiet }: Standing): string[] {
  const lines: string[] = [];
  const once = !reminder.repeat;
  if (next) lines.push(t("Next: {when}", { when: whenWords({ day: next, time: reminder.time }) }));
  if (sent > 0)
    lines.push(
      once
        ? t("Sent {date}", { date: lastDate(reminder, "sent_at") })
        : tn("Sent once", "Sent {n} times", sent),
    );
  if (seen > 0)
    lines.push(
      once
        ? t("Seen {date}", { date: lastDate(reminder, "seen_at") })
        : tn("Seen once", "Seen {n} times", seen),
    );
  if (quiet > 0 && once) lines.push(t("No notice went out. It shows in their app."));
  return lines;
}

function lastDate({ happened }: ShownReminder, what: "sent_at" | "seen_at"): string {
  const last = happened
    .flatMap((day) => day[what] ?? [])
    .sort()
    .at(-1);
  return last ? formatDate(last, "long") : "";
}

/** What is wrong with when it comes, at its field. */
export function troubleError(trouble: Trouble): FormError {
  switch (trouble) {
    case "no_day":
      return { field: "day", words: t("Choose a day.") };
    case "over":
      return { field: "day", words: t("This day or time is over. Choose a later one.") };
    case "far":
      return { field: "day", words: t("This is too far away. Choose a day in the next 10 years.") };
    case "no_end":
      return { field: "until", words: t("Choose the last day. A reminder always has an end.") };
    case "end_before":
      return { field: "until", words: t("The last day is before the first one.") };
    case "too_long":
      return {
        field: "until",
        words: t("It can come again for a year at most. Choose an earlier last day."),
      };
  }
}
