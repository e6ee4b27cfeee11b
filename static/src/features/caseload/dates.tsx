/** A young person's dates for their adviser: what waits for an answer, what is late, what comes, and what was. */
import { isToCome, type ShownDate } from "../../data/dates-view";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { today } from "../../ui/dated";
import { Fold } from "../../ui/fold";
import { Page } from "../../ui/page";
import { TitledList } from "../../ui/titled-list";
import { WithBundle } from "../../ui/with-bundle";
import { reviewKinds } from "../dates/dates";
import { standings } from "../dates/standing";
import { StaffDateCard } from "./dates-card";
import { type Shown, useDatesOf } from "./dates-person";
import { LateReviews, Rounds } from "./dates-rounds";
import { isUnanswered } from "./dates-rules";
import { FoldHead } from "./fold-head";
import { StaffGate } from "./gate";
import { aboutWords } from "./list-rows";
import { NotHere, PEOPLE } from "./person";
import { PersonTabs } from "./person-tabs";

export function PersonDates() {
  const shown = useDatesOf();
  if (!shown.person) return <NotHere space={shown.space} />;
  const { person, dates } = shown;
  return (
    <Page title={person.name} back={PEOPLE()} wide sub={<p>{aboutWords(person, Date.now())}</p>}>
      <StaffGate only="adviser">
        <PersonTabs person={person} current="dates" />
        <WithBundle>{() => <Body person={person} dates={dates} />}</WithBundle>
      </StaffGate>
    </Page>
  );
}

function Body({ person, dates }: Shown) {
  const day = today();
  const kinds = standings(reviewKinds(), dates, day);
  const card = (date: ShownDate) => <StaffDateCard space={person.space} date={date} />;
  const open = dates.all.filter(isUnanswered);
  const coming = dates.all.filter((one) => isToCome(one, day) && !isUnanswered(one));
  const unsaid = dates.all.filter(
    (one) => one.state === "planned" && !isToCome(one, day) && !isUnanswered(one),
  );
  const past = dates.all.filter(({ state }) => state !== "asked" && state !== "planned").reverse();
  return (
    <div class="staff-two">
      <div class="stack">
        <LateReviews person={person} kinds={kinds} day={day} />
        <TitledList title={t("{name} waits for your answer", { name: person.name })} entries={open}>
          {card}
        </TitledList>
        <TitledList title={t("Did these take place?")} entries={unsaid}>
          {card}
        </TitledList>
        <h2>{t("Coming up")}</h2>
        {coming.length === 0 && <p class="soft">{t("Nothing is planned just now.")}</p>}
        <ul class="bare stack tight">
          {coming.map((date) => (
            <li key={date.id}>{card(date)}</li>
          ))}
        </ul>
        <ButtonLink href={`/people/${person.space}/dates/new`}>{t("Plan a date")}</ButtonLink>
        <Past dates={past} space={person.space} />
      </div>
      <div class="stack">
        <Rounds person={person} kinds={kinds} dates={dates} day={day} />
      </div>
    </div>
  );
}

function Past({ dates, space }: { dates: ShownDate[]; space: string }) {
  const [last] = dates;
  if (!last) return null;
  const words = last.day
    ? t("Before now ({n}), last on {date}", { n: dates.length, date: formatDate(last.day, "long") })
    : t("Before now ({n})", { n: dates.length });
  return (
    <Fold head={<FoldHead words={words} />}>
      <ul class="bare stack tight">
        {dates.map((date) => (
          <li key={date.id}>
            <StaffDateCard space={space} date={date} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
