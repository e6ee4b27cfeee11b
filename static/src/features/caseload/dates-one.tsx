/** One date of a young person as their adviser sees it: when, what they ask, what to do, what was agreed, and its history. */
import { isToCome, OWN, type ShownDate } from "../../data/dates-view";
import { daysBetween } from "../../data/working-days";
import { formatDate, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { Note } from "../../ui/note";
import { Tag } from "../../ui/tag";
import { Leaf } from "../dates/date-card";
import { reviewOf } from "../dates/dates";
import { standingOf } from "../dates/standing";
import { basisTag, stepWords, whenWords, whereWords } from "../dates/words";
import { AgreedPart } from "./dates-agreed";
import { DateAnswer } from "./dates-answer";
import { StaffDateTags } from "./dates-card";
import { DateTools, PutRight } from "./dates-change";
import { type Shown, WithStaffDate } from "./dates-person";
import { PlanAnswered, SharedToGetReady } from "./dates-shared";
import { overWords, staffBasis } from "./dates-words";

export function PersonDate() {
  return <WithStaffDate>{(shown) => <Body {...shown} />}</WithStaffDate>;
}

function Body({ person, dates, date }: Shown & { date: ShownDate }) {
  const own = date.kind === OWN;
  const answer = dates.answer(date.id);
  return (
    <div class="staff-two">
      <div class="stack">
        <When date={date} />
        <OverLimit dates={dates} date={date} />
        {!own && <DateAnswer person={person} date={date} />}
        {!own && <DateTools person={person} date={date} />}
        {!own && <AgreedPart person={person} dates={dates} date={date} />}
        {!own && <PutRight person={person} date={date} />}
      </div>
      <div class="stack">
        {answer && <PlanAnswered name={person.name} answer={answer} />}
        {!own && <SharedToGetReady name={person.name} prepared={dates.preparations(date.id)} />}
        <RestsOn date={date} />
        <History name={person.name} date={date} />
      </div>
    </div>
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
          <StaffDateTags date={date} />
        </div>
      </div>
      {date.waiting && <p class="s">{t("It is safe on this device and sends by itself.")}</p>}
    </Card>
  );
}

/** Planned, but for a day after the last one that is allowed: both sides read it. */
function OverLimit({ dates, date }: Pick<Shown, "dates"> & { date: ShownDate }) {
  const review = reviewOf(date);
  if (!review || !date.day || !isToCome(date, today())) return null;
  const { limit, next } = standingOf(review, dates, today());
  if (!limit || date.day <= limit || next?.id !== date.id) return null;
  return (
    <Note look="stop">
      <p class="strong">{overWords({ days: daysBetween(limit, date.day) })}</p>
      <p>{t("It was to be held by {date}.", { date: formatDate(limit, "long") })}</p>
      <p class="s">{staffBasis(review)}</p>
    </Note>
  );
}

function RestsOn({ date }: { date: ShownDate }) {
  const review = reviewOf(date);
  if (!review) return null;
  return (
    <Card labelledBy="rests-on">
      <h2 id="rests-on">{t("What the rule is")}</h2>
      <div>
        <Tag look="calm">{basisTag(review)}</Tag>
      </div>
      {review.limit && <p>{review.limit.text}</p>}
      <p>{staffBasis(review)}</p>
      {review.basis && <p class="meta">{review.basis}</p>}
    </Card>
  );
}

function History({ name, date }: { name: string; date: ShownDate }) {
  if (date.steps.length === 0) return null;
  return (
    <>
      <h2>{t("What happened")}</h2>
      <Card>
        <ul class="lines s">
          {[...date.steps].reverse().map((step) => (
            <li key={step.id}>
              <b>{stepWords(step, name)}</b>
              {step.words && <p class="own-words">{step.words}</p>}
              <p class="meta">
                {step.waiting
                  ? t("{date} · waits on this device", { date: formatDate(step.at, "long") })
                  : formatDate(step.at, "long")}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
