/** What stands on a list or in a month: dates, and the days on which reminders come; and how a list is divided. Pure. */
import { daysOf, standingOfReminder } from "../../data/dates-reminders";
import { isToCome, type ShownDate } from "../../data/dates-view";
import type { ShownReminder } from "../../data/reminders-view";
import { addDays } from "../../data/working-days";
import type { Wall } from "./london";

const SOON_DAYS = 7;

/** One of the two. `id` is unlike that of every other entry, also of the same reminder on another day. */
export type Entry =
  | { id: string; day: string; time: string | null; date: ShownDate; reminder?: never }
  | { id: string; day: string; time: string | null; reminder: ShownReminder; date?: never };

const ofDate = (date: ShownDate): Entry[] => {
  const { id, day, time } = date;
  return day ? [{ id, day, time, date }] : [];
};

const ofReminder = (reminder: ShownReminder, day: string): Entry => ({
  id: `${reminder.id}/${day}`,
  ...{ day, time: reminder.time, reminder },
});

const inOrder = (entries: Entry[]): Entry[] =>
  entries.sort((a, b) => {
    const [one, other] = [`${a.day} ${a.time ?? ""} ${a.id}`, `${b.day} ${b.time ?? ""} ${b.id}`];
    return one < other ? -1 : 1;
  });

/** Everything of a month: what was called off is left out, of reminders only what is still to come. */
export function monthEntries(
  dates: readonly ShownDate[],
  reminders: readonly ShownReminder[],
  today: string,
): Entry[] {
  return inOrder([
    ...dates.filter(({ state }) => state !== "cancelled").flatMap(ofDate),
    ...reminders.flatMap((one) =>
      daysOf(one)
        .filter((day) => one.state === "on" || day < today)
        .map((day) => ofReminder(one, day)),
    ),
  ]);
}

export interface Groups {
  /** The next date, shown big. */
  next: ShownDate | null;
  /** Reminders that have come and were not seen. */
  unseen: Entry[];
  /** In the next seven days: a week of the calendar ends on its Sunday with nothing in it. */
  week: Entry[];
  /** By month: "2026-12". */
  later: [string, Entry[]][];
  /** Asked for, without a day. */
  open: ShownDate[];
  /** The last first. */
  past: Entry[];
}

/** A list as it is read: what is next, what comes soon, month by month, and what is over. */
export function grouped(dates: readonly ShownDate[], reminders: readonly ShownReminder[], now: Wall): Groups {
  const [next = null, ...rest] = dates.filter((one) => isToCome(one, now.day));
  const standings = reminders.map((one) => ({ one, ...standingOfReminder(one, now) }));
  const coming = inOrder([
    ...rest.flatMap(ofDate),
    ...standings.flatMap(({ one, next: on }) => (on ? [ofReminder(one, on)] : [])),
  ]);
  const last = addDays(now.day, SOON_DAYS - 1);
  const isUnseen = ({ one, seenAt }: (typeof standings)[number]) => one.state === "on" && seenAt === null;
  const came = standings.flatMap((standing) =>
    standing.came ? [{ unseen: isUnseen(standing), entry: ofReminder(standing.one, standing.came) }] : [],
  );
  const over = dates.filter((one) => one.state !== "asked" && !isToCome(one, now.day));
  return {
    next,
    unseen: inOrder(came.filter(({ unseen }) => unseen).map(({ entry }) => entry)),
    week: coming.filter(({ day }) => day <= last),
    later: byMonth(coming.filter(({ day }) => day > last)),
    open: dates.filter(({ state }) => state === "asked"),
    past: inOrder([
      ...over.flatMap(ofDate),
      ...came.filter(({ unseen }) => !unseen).map(({ entry }) => entry),
    ]).reverse(),
  };
}

function byMonth(entries: readonly Entry[]): [string, Entry[]][] {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const month = entry.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months];
}
