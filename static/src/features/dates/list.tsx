/** Every date and reminder of a young person: the next first, what is late, what comes soon, month by month, and what is over. */
import { Link } from "wouter-preact";
import { me } from "../../data/session";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Empty } from "../../ui/empty";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { TitledList } from "../../ui/titled-list";
import { WaysIn } from "../../ui/ways-in";
import { PushOffer } from "../notices/offer";
import { DateCard } from "./date-card";
import { DateTabs } from "./date-tabs";
import { type Dates, reviewKinds, useDates } from "./dates";
import { Elsewhere } from "./elsewhere";
import { type Entry, grouped } from "./entries";
import { EntryCard } from "./entry-card";
import { LateNote } from "./late";
import { londonNow } from "./london";
import { NextDate } from "./next-date";
import { RefusedNotes } from "./refused";
import { type Standing, standings } from "./standing";
import { useCouncilHome } from "./where-i-live";
import { basisTag } from "./words";

export function DateList() {
  const dates = useDates();
  return <Page title={t("Dates")}>{dates ? <List dates={dates} /> : <NoOne />}</Page>;
}

function List({ dates }: { dates: Dates }) {
  const now = londonNow();
  const { next, unseen, week, later, open, past } = grouped(dates.all, dates.reminders, now);
  const kinds = standings(reviewKinds(), dates, now.day);
  const empty = dates.all.length === 0 && dates.reminders.length === 0;
  return (
    <>
      <DateTabs current="/dates" />
      <Elsewhere />
      {next ? <NextDate date={next} dates={dates} /> : <NothingNext any={!empty} />}
      {next && <PushOffer />}
      <RefusedNotes />
      {kinds
        .filter(({ late }) => late)
        .map((one) => (
          <LateNote key={one.review.id} standing={one} dates={dates} />
        ))}
      <Entries title={t("Reminders to look at")} entries={unseen} />
      <Entries title={t("Next 7 days")} entries={week} />
      {later.length > 0 && <h2>{t("Later")}</h2>}
      {later.map(([month, entries]) => (
        <Entries key={month} title={formatDate(month, "month")} entries={entries} below />
      ))}
      <TitledList title={t("Waiting for a day")} entries={open}>
        {(date) => <DateCard date={date} />}
      </TitledList>
      <ButtonLink href="/dates/new" look="quiet">
        <Icon name="plus" />
        {t("Add my own date")}
      </ButtonLink>
      <ButtonLink href="/dates/ask" look="quiet">
        {t("Ask for a review sooner")}
      </ButtonLink>
      <Rounds kinds={kinds} />
      <Past entries={past} />
      <More />
    </>
  );
}

/** A heading over entries; nothing at all when there are none. */
function Entries({ title, entries, below = false }: { title: string; entries: Entry[]; below?: boolean }) {
  if (entries.length === 0) return null;
  return (
    <>
      {below ? <h3 class="soft">{title}</h3> : <h2>{title}</h2>}
      <ul class="bare stack">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NothingNext({ any }: { any: boolean }) {
  if (any) return <p class="soft">{t("Nothing is planned just now.")}</p>;
  return (
    <Empty title={t("No dates yet")}>
      <p>
        {t("Reviews and visits that your PA plans show here. Add your own too, like an exam or the dentist.")}
      </p>
    </Empty>
  );
}

/** What comes round again, and by when: known once one was held. */
function Rounds({ kinds }: { kinds: Standing[] }) {
  const home = useCouncilHome();
  const known = kinds.filter(({ proposed }) => proposed !== null);
  if (known.length === 0) return null;
  return (
    <>
      <h2>{t("What comes round again")}</h2>
      <div class="card">
        <ul class="lines">
          {known.map(({ review, held, proposed, limit, next, late }) => (
            <li key={review.id} class="stack tight">
              <b>{review.title}</b>
              <p class="s">{nextWords(next?.day ?? null, late ? limit : null, proposed ?? "")}</p>
              <p class="meta">
                {[
                  t("Last one {date}", { date: formatDate(held ?? "", "long") }),
                  limit && !late && t("at the latest by {date}", { date: formatDate(limit, "long") }),
                  basisTag(review, home),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function nextWords(next: string | null, missed: string | null, proposed: string): string {
  if (next) return t("Next: {date}", { date: formatDate(next, "long") });
  if (missed)
    return t("It should have happened by {date}. No day is planned yet.", {
      date: formatDate(missed, "long"),
    });
  return t("Next: about {date}. No day is planned yet.", { date: formatDate(proposed, "long") });
}

function Past({ entries }: { entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Fold
      head={
        <>
          <b class="grow">{t("Past")}</b>
          <Icon name="down" />
        </>
      }
    >
      <ul class="bare stack">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function More() {
  return (
    <ul class="lines">
      <MoreLine href="/me/notices" words={t("When and how to remind me")} />
      <MoreLine href="/me/calendar" words={t("Show my dates in my phone’s calendar")} />
    </ul>
  );
}

function MoreLine({ href, words }: { href: string; words: string }) {
  return (
    <li>
      <Link class="line" href={href}>
        <span class="grow">{words}</span>
        <Icon name="next" turns />
      </Link>
    </li>
  );
}

/** For somebody who has not signed in, and for staff, whose dates stand with each young person. */
export function NoOne() {
  if (me.value) return <Empty title={t("Young people see their own dates here")} />;
  return <WaysIn words={t("Sign in to see your dates, and to get ready for them.")} />;
}
