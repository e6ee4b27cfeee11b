/** One date: when and where, what can be done about it, what it rests on, and what happened to it so far. */
import { useState } from "preact/hooks";
import { isToCome, OWN, type ShownDate } from "../../data/dates-view";
import type { Review } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Tag } from "../../ui/tag";
import { SourceNotes } from "../rights/source-notes";
import { AddToCalendar } from "./calendar-button";
import { DateTags, Leaf } from "./date-card";
import { type Dates, reviewOf } from "./dates";
import { Elsewhere } from "./elsewhere";
import { londonWall, today } from "./london";
import { OwnTools } from "./own-tools";
import { ProposeForm } from "./propose";
import { RefusedNotes } from "./refused";
import { standingOf } from "./standing";
import { TalkAbout } from "./talk";
import { useCouncilHome } from "./where-i-live";
import { WithDate } from "./with-date";
import { basisTag, basisWords, dayWords, isOwed, stepWords, titleOf, whenWords, whereWords } from "./words";

export function OneDate() {
  return <WithDate>{(date, dates) => <One date={date} dates={dates} />}</WithDate>;
}

function One({ date, dates }: { date: ShownDate; dates: Dates }) {
  const review = reviewOf(date);
  return (
    <Page title={titleOf(date)} docTitle={t("One date")} back={{ href: "/dates", words: t("Dates") }}>
      <Elsewhere />
      <When date={date} />
      <RefusedNotes about={date.id} />
      <Proposed date={date} dates={dates} />
      <TooLate date={date} dates={dates} />
      {date.kind === OWN ? (
        <>
          <OwnTools date={date} adviser={dates.adviser} />
          <TalkAbout date={date} dates={dates} />
        </>
      ) : (
        <Tools date={date} dates={dates} />
      )}
      {review && <RestsOn review={review} />}
      <History date={date} />
    </Page>
  );
}

function When({ date }: { date: ShownDate }) {
  const where = whereWords(date);
  return (
    <Card>
      <div class="row leafed">
        <Leaf day={date.day} />
        <div class="grow">
          <p class="strong">{whenWords(date)}</p>
          {where && <p class="own-words">{where}</p>}
          <DateTags date={date} />
        </div>
      </div>
      {date.state === "asked" && <p class="s own-words">{date.steps.at(0)?.words}</p>}
    </Card>
  );
}

/** Another time was asked for, and whether there is an answer yet. */
function Proposed({ date, dates }: { date: ShownDate; dates: Dates }) {
  const { proposed } = date;
  const name = dates.adviser ?? t("your council’s duty team");
  if (proposed) {
    return (
      <Note look="calm">
        <p class="strong">{t("You asked for {when}", { when: whenWords(proposed) })}</p>
        {proposed.words && <p class="own-words">{proposed.words}</p>}
        <p>{t("Until {name} answers, the date stays as it is.", { name })}</p>
      </Note>
    );
  }
  const last = date.steps.at(-1);
  if (last?.state !== "declined") return null;
  return (
    <Note>
      <p class="strong">{t("The other time did not work for them")}</p>
      {last.words && <p class="own-words">{last.words}</p>}
      <p>{t("You can ask for another one.")}</p>
    </Note>
  );
}

/** Planned, but later than is allowed. */
function TooLate({ date, dates }: { date: ShownDate; dates: Dates }) {
  const review = reviewOf(date);
  if (!review || !date.day || !isToCome(date, today())) return null;
  const { limit, next } = standingOf(review, dates, today());
  if (!limit || date.day <= limit || next?.id !== date.id) return null;
  return (
    <Note look="stop">
      <p>
        {t(
          "This is later than it should be. The last day for it is {date}. You can ask for an earlier day.",
          {
            date: dayWords(limit),
          },
        )}
      </p>
    </Note>
  );
}

function Tools({ date, dates }: { date: ShownDate; dates: Dates }) {
  const [asking, setAsking] = useState(false);
  const ahead = isToCome(date, today());
  const owed = isOwed(reviewOf(date));
  const after = date.state === "held" || dates.agreements(date.id).length > 0;
  if (asking) return <ProposeForm date={date} onDone={() => setAsking(false)} />;
  return (
    <>
      {after && <ButtonLink href={`/dates/${date.id}/after`}>{t("What we agreed")}</ButtonLink>}
      {owed && (ahead || date.state === "asked") && (
        <ButtonLink href={`/dates/${date.id}/ready`}>{t("Get ready")}</ButtonLink>
      )}
      {owed && !ahead && date.state !== "asked" && (
        <ButtonLink href={`/dates/${date.id}/ready`} look="quiet">
          {t("What I got ready")}
        </ButtonLink>
      )}
      {ahead && (
        <>
          <AddToCalendar date={date} />
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t("Ask for another time")}
          </Button>
        </>
      )}
    </>
  );
}

function RestsOn({ review }: { review: Review }) {
  const home = useCouncilHome();
  const { basis, ...source } = review;
  return (
    <Card labelledBy="rests-on">
      <h2 id="rests-on">{t("What the rule is")}</h2>
      <div>
        <Tag look="calm">{basisTag(review, home)}</Tag>
      </div>
      {review.limit && <p>{review.limit.text}</p>}
      <p>{basisWords(review, home)}</p>
      {basis && <p class="meta">{basis}</p>}
      {review.note && <p class="s soft">{review.note}</p>}
      <SourceNotes entry={source} />
    </Card>
  );
}

function History({ date }: { date: ShownDate }) {
  if (date.steps.length === 0) return null;
  return (
    <>
      <h2>{t("What happened so far")}</h2>
      <ul class="lines">
        {[...date.steps].reverse().map((step) => (
          <li key={step.id}>
            <p>{stepWords(step)}</p>
            {step.words && <p class="s own-words">{step.words}</p>}
            <p class="meta">
              {formatDate(londonWall(step.at).day, "long")}
              {step.waiting && ` · ${t("Waiting for signal")}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
