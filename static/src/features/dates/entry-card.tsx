/** One line of a list or of a day: a date, or a reminder. */
import type { ShownReminder } from "../../data/reminders-view";
import { t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Tag, Tags } from "../../ui/tag";
import { DateCard, Leaf } from "./date-card";
import type { Entry } from "./entries";
import { londonNow } from "./london";
import { fromWords, repeatWords } from "./reminder-words";
import { titleOf, untilWords, whenWords } from "./words";

/** What an entry is called; a reminder by its words. */
export function entryTitle(entry: Entry): string {
  return entry.date ? titleOf(entry.date) : entry.reminder.text;
}

export function EntryCard({ entry }: { entry: Entry }) {
  if (entry.date) return <DateCard date={entry.date} />;
  return <ReminderCard reminder={entry.reminder} day={entry.day} />;
}

function ReminderCard({ reminder, day }: { reminder: ShownReminder; day: string }) {
  const when = { day, time: reminder.time };
  return (
    <LinkCard href={`/reminders/${reminder.id}`}>
      <div class="row leafed">
        <Leaf day={day} />
        <div class="grow">
          <b class="own-words">{reminder.text}</b>
          <p class="s">{whenWords(when)}</p>
          <p class="s soft">{[fromWords(reminder), repeatWords(reminder)].filter(Boolean).join(" · ")}</p>
          <ReminderTags reminder={reminder} day={day} />
        </div>
      </div>
    </LinkCard>
  );
}

function ReminderTags({ reminder, day }: { reminder: ShownReminder; day: string }) {
  const now = londonNow();
  const ahead = day > now.day || (day === now.day && (reminder.time ?? "") > now.time);
  const seen = reminder.happened.some((one) => one.on === day && one.seen_at !== null);
  return (
    <Tags>
      {ahead && <Tag look="go">{untilWords({ day, time: reminder.time })}</Tag>}
      {!ahead && seen && <Tag look="plain">{t("Seen")}</Tag>}
      {!ahead && !seen && reminder.state === "on" && <Tag look="calm">{t("New")}</Tag>}
      {reminder.state === "cancelled" && <Tag look="plain">{t("Called off")}</Tag>}
      {reminder.waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
    </Tags>
  );
}
