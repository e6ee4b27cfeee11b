/** Rows about reminders: what an adviser reminds a young person of, and what became of each day on which it came. */

export type ReminderOperation = "reminder.make" | "reminder.cancel" | "reminder.seen";

export type Every = "day" | "week" | "month";

/** How often it comes again, and its last day: there is none without an end. */
export interface Repeat {
  every: Every;
  until: string;
}

export interface ReminderRow {
  id: string;
  seq?: number;
  text: string;
  /** The id of the template whose words it has, unchanged. */
  template: string | null;
  /** The first day on which it comes, and the time by the clock on the wall in London; null is the whole day. */
  day: string;
  time: string | null;
  repeat: Repeat | null;
  state: "on" | "cancelled";
  made_at: string;
  by: string;
  by_owner: boolean;
  /** By day: when a notice of it went out, and when the young person saw it. */
  happened: { on: string; sent_at: string | null; seen_at: string | null }[];
}
