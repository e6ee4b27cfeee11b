/** A month as a table of its days. The arrow keys move from day to day; a day shows below what is on it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { formatDate, t, tn } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { DateTabs } from "./date-tabs";
import { type Dates, useDates } from "./dates";
import { Elsewhere } from "./elsewhere";
import { type Entry, monthEntries } from "./entries";
import { EntryCard, entryTitle } from "./entry-card";
import { NoOne } from "./list";
import { today } from "./london";
import { addMonth, dayAtKey, weeksOf } from "./month";
import { type WeekdayName, weekdayNames } from "./weekdays";
import { dayWords } from "./words";

export function MonthView() {
  const dates = useDates();
  return (
    <Page title={t("Dates")} docTitle={t("Month")}>
      {dates ? <Month dates={dates} /> : <NoOne />}
    </Page>
  );
}

function Month({ dates }: { dates: Dates }) {
  const shown = monthEntries(dates.all, dates.reminders, today());
  const [day, setDay] = useState(() => shown.find((one) => one.day >= today())?.day ?? today());
  const month = day.slice(0, 7);
  const turn = (n: number) => setDay(firstOf(addMonth(month, n), shown));
  return (
    <>
      <DateTabs current="/dates/month" />
      <Elsewhere />
      <div class="row month-head">
        <Turn words={t("The month before")} icon="back" onClick={() => turn(-1)} />
        <h2 id="month" class="grow" aria-live="polite">
          {formatDate(month, "month")}
        </h2>
        <Turn words={t("The month after")} icon="next" onClick={() => turn(1)} />
      </div>
      <Grid entries={shown} day={day} onDay={setDay} />
      <OnDay day={day} entries={shown.filter((one) => one.day === day)} />
      {month !== today().slice(0, 7) && (
        <Button look="quiet" small onClick={() => setDay(today())}>
          {t("Back to today")}
        </Button>
      )}
    </>
  );
}

/** The day to show first in a month: the first with something on it, else today, else the first. */
function firstOf(month: string, entries: Entry[]): string {
  const first = entries.find((one) => one.day.startsWith(month))?.day;
  return first ?? (today().startsWith(month) ? today() : `${month}-01`);
}

function Turn({ words, icon, onClick }: { words: string; icon: "back" | "next"; onClick: () => void }) {
  return (
    <Button look="quiet" small label={words} onClick={onClick}>
      <Icon name={icon} turns />
    </Button>
  );
}

interface GridProps {
  entries: Entry[];
  day: string;
  onDay: (day: string) => void;
}

function Grid({ entries, day, onDay }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) table.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
    moved.current = false;
  }, [day]);
  const press = (event: KeyboardEvent) => {
    const rightward = getComputedStyle(event.currentTarget as Element).direction !== "rtl";
    const next = dayAtKey(day, event.key, rightward ? "ArrowRight" : "ArrowLeft");
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    moved.current = true;
    onDay(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by the arrow keys is a grid.
    <table class="month" role="grid" aria-labelledby="month" ref={table} onKeyDown={press}>
      <thead>
        <tr>
          {weekdayNames().map((name) => (
            <Weekday key={name.long} name={name} />
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(day.slice(0, 7)).map((week, at) => (
          <tr key={week.find(Boolean) ?? at}>
            {week.map((one, weekday) => (
              <td key={one ?? weekday}>
                {one && (
                  <Day
                    day={one}
                    entries={entries.filter((entry) => entry.day === one)}
                    chosen={one === day}
                    onChoose={() => onDay(one)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Weekday({ name: { long, short } }: { name: WeekdayName }) {
  return (
    <th scope="col">
      <span aria-hidden="true">{short}</span>
      <span class="hidden">{long}</span>
    </th>
  );
}

interface DayProps {
  day: string;
  entries: Entry[];
  chosen: boolean;
  onChoose: () => void;
}

function Day({ day, entries, chosen, onChoose }: DayProps) {
  const titles = entries.map(entryTitle).join(", ");
  const name = formatDate(day, "day");
  return (
    <button
      type="button"
      class={entries.length > 0 ? "day has" : "day"}
      tabIndex={chosen ? 0 : -1}
      aria-pressed={chosen}
      aria-current={day === today() ? "date" : undefined}
      aria-label={
        entries.length > 0
          ? tn("{day}, {n} date: {titles}", "{day}, {n} dates: {titles}", entries.length, {
              day: name,
              titles,
            })
          : name
      }
      onClick={onChoose}
    >
      {Number(day.slice(8))}
    </button>
  );
}

function OnDay({ day, entries }: { day: string; entries: Entry[] }) {
  return (
    <section class="stack" aria-labelledby="on-day">
      <h2 id="on-day" aria-live="polite">
        {dayWords(day)}
      </h2>
      {entries.length === 0 && <p class="soft">{t("Nothing on this day.")}</p>}
      <ul class="bare stack">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
          </li>
        ))}
      </ul>
      {day >= today() && (
        <ButtonLink href={`/dates/new?on=${day}`} look="quiet">
          {t("Add my own date")}
        </ButtonLink>
      )}
    </section>
  );
}
