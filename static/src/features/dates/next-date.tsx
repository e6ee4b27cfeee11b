/** The next date, big, with how long it is until then and what can be done for it now. On Home and on the list. */
import { Link } from "wouter-preact";
import type { ShownDate } from "../../data/dates-view";
import { hasWords } from "../../data/ready-view";
import { daysBetween } from "../../data/working-days";
import { formatNumber, t, tn } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { type Dates, reviewOf } from "./dates";
import { today } from "./london";
import { isOwed, placeWords, shortWhenWords, titleOf, whomWords } from "./words";

export function NextDate({ date, dates }: { date: ShownDate; dates: Dates }) {
  const where = placeWords(date);
  return (
    <Card hero labelledBy="next-date">
      <p class="s soft">{t("Next date")}</p>
      <div class="row leafed">
        <div class="grow">
          <h2 id="next-date">
            <Link href={`/dates/${date.id}`}>{titleOf(date)}</Link>
          </h2>
          <p>{[shortWhenWords(date), whomWords(date)].filter(Boolean).join(" · ")}</p>
          {where && <p class="s soft">{where}</p>}
        </div>
        {date.day && <Countdown day={date.day} />}
      </div>
      {isOwed(reviewOf(date)) ? (
        <ButtonLink href={`/dates/${date.id}/ready`} look="sun">
          {readyWords(date, dates)}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/dates/${date.id}`} look="sun">
          {t("Open this date")}
        </ButtonLink>
      )}
    </Card>
  );
}

function Countdown({ day }: { day: string }) {
  const left = daysBetween(today(), day);
  if (left === 0) return <b class="countdown">{t("Today")}</b>;
  if (left === 1) return <b class="countdown">{t("Tomorrow")}</b>;
  // The number is big, so the words around it are cut out of the sentence in the person's own language.
  const [before = "", after = ""] = tn("{n} day", "{n} days", left, { n: "\n" }).split("\n");
  return (
    <p class="countdown">
      {before}
      <b>{formatNumber(left)}</b>
      {after}
    </p>
  );
}

function readyWords(date: ShownDate, dates: Dates): string {
  const left = dates.preparations(date.id).filter((one) => !hasWords(one)).length;
  if (left === 0) return t("You are ready. Look again");
  return tn("Get ready: {n} question left", "Get ready: {n} questions left", left);
}
