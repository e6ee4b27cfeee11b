/** The words before the field: when messages are read, how long a reply takes, and who stands in for whom. */
import type { ThreadRow } from "../../data/types";
import { shownLanguage, t, tn } from "../../i18n/index";
import type { Wall } from "../dates/london";
import { weekdayNames } from "../dates/weekdays";
import { dayWords, shortWhenWords, timeWords } from "../dates/words";
import type { Covering } from "./cover-times";
import { type Hours, isOpen, nextOpening, replyTime, runsOf } from "./hours";

/** "Messages are read Mon–Fri, 9am–5pm"; of other languages no short names are sure to be understood. */
export function hoursWords(hours: Hours): string {
  const days = weekdayNames();
  const length = shownLanguage() === "en" ? "short" : "long";
  const name = (day: number) => days[day - 1]?.[length] ?? "";
  const runs = runsOf(hours.days).map(([first, last]) =>
    first === last ? name(first) : `${name(first)}–${name(last)}`,
  );
  const times = `${timeWords(hours.from)}–${timeWords(hours.to)}`;
  return t("Messages are read {days}, {times}.", { days: runs.join(", "), times });
}

export function replyWords(minutes: number | null, hours: Hours): string {
  if (minutes === null) return t("It is too soon to say how long a reply takes.");
  const { n, unit } = replyTime(minutes, hours);
  return unit === "hours"
    ? tn("A reply usually takes about {n} working hour.", "A reply usually takes about {n} working hours.", n)
    : tn("A reply usually takes about {n} working day.", "A reply usually takes about {n} working days.", n);
}

export function closedWords(next: Wall | null): string {
  return next
    ? t("Closed now. What you write is kept safe, and can be read from {when}.", {
        when: shortWhenWords(next),
      })
    : t("Closed now. What you write is kept safe.");
}

/** What is said once a message is written: that it is kept, and when to hope for more. */
export function afterWords(
  { hours, usual_minutes }: Pick<ThreadRow, "hours" | "usual_minutes">,
  holidays: readonly string[],
  now: Wall,
): string {
  const safe = t("Your message is safe.");
  if (isOpen(hours, holidays, now)) return `${safe} ${replyWords(usual_minutes, hours)}`;
  const next = nextOpening(hours, holidays, now);
  return next ? `${safe} ${t("It can be read from {when}.", { when: shortWhenWords(next) })}` : safe;
}

/** Somebody covers now; without an adviser these are the people on duty. */
export function coverWords({ names, until }: Covering, adviser: string | null): string {
  const vars = { names: names.join(", "), adviser: adviser ?? "", day: until ? dayWords(until) : "" };
  if (adviser === null)
    return tn(
      "{names} is on duty and can read this.",
      "{names} are on duty and can read this.",
      names.length,
      vars,
    );
  if (until === null)
    return tn(
      "{names} covers for {adviser} and can read this.",
      "{names} cover for {adviser} and can read this.",
      names.length,
      vars,
    );
  return tn(
    "{names} covers for {adviser} until {day} and can read this.",
    "{names} cover for {adviser} until {day} and can read this.",
    names.length,
    vars,
  );
}

/** Somebody will cover; only of an adviser's time away is that said ahead. */
export function nextCoverWords({ names, since }: Covering, adviser: string): string {
  const vars = { names: names.join(", "), adviser, day: dayWords(since) };
  return tn(
    "From {day}, {names} covers for {adviser}.",
    "From {day}, {names} cover for {adviser}.",
    names.length,
    vars,
  );
}
