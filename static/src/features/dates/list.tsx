/** Every date of a young person: the next one first, what is late, what has no day yet, and what is over. */
import { Link } from "wouter-preact";
import { isToCome, type ShownDate } from "../../data/dates-view";
import { me } from "../../data/session";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { today } from "../../ui/dated";
import { Empty } from "../../ui/empty";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { TitledList } from "../../ui/titled-list";
import { WaysIn } from "../../ui/ways-in";
import { DateCard } from "./date-card";
import { DateTabs } from "./date-tabs";
import { type Dates, reviewKinds, useDates } from "./dates";
import { LateNote } from "./late";
import { NextDate } from "./next-date";
import { type Standing, standings } from "./standing";
import { basisTag } from "./words";

export function DateList() {
  const dates = useDates();
  return <Page title={t("Dates")}>{dates ? <List dates={dates} /> : <NoOne />}</Page>;
}

function List({ dates }: { dates: Dates }) {
  const day = today();
  const [next, ...later] = dates.all.filter((one) => isToCome(one, day));
  const open = dates.all.filter(({ state }) => state === "asked");
  const past = dates.all.filter((one) => one.state !== "asked" && !isToCome(one, day)).reverse();
  const kinds = standings(reviewKinds(), dates.all, day, dates.birthday);
  return (
    <>
      <DateTabs current="/dates" />
      {next ? <NextDate date={next} dates={dates} /> : <NothingNext any={dates.all.length > 0} />}
      {kinds
        .filter(({ late }) => late)
        .map((one) => (
          <LateNote key={one.review.id} standing={one} />
        ))}
      <TitledList title={t("After that")} entries={later}>
        {(date) => <DateCard date={date} />}
      </TitledList>
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
      <Past dates={past} />
      <More />
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
  const known = kinds.filter(({ proposed }) => proposed !== null);
  if (known.length === 0) return null;
  return (
    <>
      <h2>{t("What comes round again")}</h2>
      <div class="card">
        <ul class="lines">
          {known.map(({ review, held, proposed, limit, next }) => (
            <li key={review.id} class="stack tight">
              <b>{review.title}</b>
              <p class="s">
                {next?.day
                  ? t("Next: {date}", { date: formatDate(next.day, "long") })
                  : t("Next: about {date}. No day is planned yet.", {
                      date: formatDate(proposed ?? "", "long"),
                    })}
              </p>
              <p class="meta">
                {[
                  t("Last one {date}", { date: formatDate(held ?? "", "long") }),
                  limit && t("at the latest by {date}", { date: formatDate(limit, "long") }),
                  basisTag(review),
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

function Past({ dates }: { dates: ShownDate[] }) {
  if (dates.length === 0) return null;
  return (
    <Fold
      head={
        <>
          <b class="grow">{t("Before now")}</b>
          <Icon name="down" />
        </>
      }
    >
      <ul class="bare stack">
        {dates.map((date) => (
          <li key={date.id}>
            <DateCard date={date} />
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
