/** Planning a review or a visit, or writing down one that was held already. Works offline. */
import { useState } from "preact/hooks";
import { useLocation, useParams, useSearch } from "wouter-preact";
import { me } from "../../data/session";
import type { Review } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { today } from "../../ui/dated";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { SelectField } from "../../ui/field";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { reviewKinds } from "../dates/dates";
import { type Standing, standings } from "../dates/standing";
import { whenErrors } from "../dates/when-fields";
import { basisTag } from "../dates/words";
import { type Shown, useDatesOf } from "./dates-person";
import { PlaceFields, sentDate } from "./dates-place";
import { startFrom } from "./dates-start";
import { NO_PLACE, type TypedDate } from "./dates-typed";
import { staffBasis } from "./dates-words";
import { StaffGate } from "./gate";
import { TheirWords, useMessage } from "./messages-mark";
import { NotHere } from "./person";
import { useSave } from "./save";

export function PlanDate() {
  const shown = useDatesOf();
  if (!shown.person) return <NotHere space={shown.space} />;
  const { person, dates } = shown;
  return (
    <Page
      title={t("Plan a date")}
      back={{ href: `/people/${person.space}/dates`, words: person.name }}
      sub={
        <p>
          {t("{name} sees it as soon as it is sent, and can ask for another time.", { name: person.name })}
        </p>
      }
      wide
    >
      <StaffGate only="adviser">
        <WithBundle>{() => <Form person={person} dates={dates} />}</WithBundle>
      </StaffGate>
    </Page>
  );
}

type Which = "plan" | "held";

function Form({ person, dates }: Shown) {
  const { kind: wanted } = useParams<{ kind?: string }>();
  const [, go] = useLocation();
  const kinds = standings(reviewKinds(), dates, today());
  const from = new URLSearchParams(useSearch()).get("message");
  const [start] = useState(() => from && startFrom(dates.all, me.value?.account.name ?? ""));
  const [kind, setKind] = useState(wanted ?? (start ? start.kind : ""));
  const chosen = kinds.find(({ review }) => review.id === kind);
  const [which, setWhich] = useState<Which>("plan");
  const [typed, setTyped] = useState<TypedDate>({
    time: "",
    ...NO_PLACE,
    ...(start ? start.typed : {}),
    day: dayFor(chosen),
  });
  const { save, errors, show } = useSave(person.space);
  const message = useMessage(person.space, from);
  const choose = (id: string) => {
    setKind(id);
    setTyped({ ...typed, day: which === "plan" ? dayFor(kinds.find(({ review }) => review.id === id)) : "" });
  };
  const turn = (next: Which) => {
    setWhich(next);
    setTyped({ ...typed, day: next === "plan" ? dayFor(chosen) : "" });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = problems(chosen, which, typed);
    if (wrong.length > 0) return show(wrong);
    const id = await save("date.plan", { kind, ...sentDate(typed), held: which === "held" });
    if (!id) return;
    // The date is safe: were the mark not, the message would only go on waiting on the list.
    if (message) await save("message.mark", { message: message.id, as: "date", id });
    go(`/people/${person.space}/${message ? "messages" : "dates"}`, { replace: true });
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      {message && <TheirWords message={message} />}
      <div class="staff-two">
        <Card>
          <ErrorSummary errors={errors} title={t("It is not planned yet")} />
          <SelectField
            id="kind"
            label={t("What is it?")}
            value={kind}
            onInput={choose}
            error={errors.find(({ field }) => field === "kind")?.words}
            options={[
              { value: "", words: t("Choose") },
              ...kinds.map(({ review }) => ({ value: review.id, words: review.title })),
            ]}
          />
          <Choices
            legend={t("Is it still to come?")}
            options={[
              { value: "plan", words: t("Yes, plan it") },
              { value: "held", words: t("No, it took place") },
            ]}
            value={which}
            onChange={turn}
          />
          <PlaceFields value={typed} onChange={setTyped} errors={errors} />
          <Button type="submit">{which === "plan" ? t("Plan it") : t("Write it down")}</Button>
        </Card>
        <div role="status">{chosen && <Rule standing={chosen} day={typed.day} />}</div>
      </div>
    </form>
  );
}

/** The day that the rhythm proposes, unless it is over. */
function dayFor(standing: Standing | undefined): string {
  const { proposed } = standing ?? {};
  return proposed && proposed >= today() ? proposed : "";
}

function Rule({ standing, day }: { standing: Standing; day: string }) {
  const { review, held, proposed, limit } = standing;
  const long = (date: string) => formatDate(date, "long");
  return (
    <Note look={limit && day > limit ? "stop" : "calm"}>
      <p class="strong">{basisTag(review)}</p>
      <p>{limitLine(review)}</p>
      {held && <p>{t("The last one was held on {date}.", { date: long(held) })}</p>}
      {proposed && <p>{t("The next one would be about {date}.", { date: long(proposed) })}</p>}
      {limit && <p>{t("At the latest by {date}.", { date: long(limit) })}</p>}
      {limit && day > limit && <p class="strong">{t("The day that you chose is over that limit.")}</p>}
    </Note>
  );
}

function limitLine(review: Review): string {
  return [review.limit?.text, staffBasis(review)].filter(Boolean).join(" ");
}

function problems(chosen: Standing | undefined, which: Which, typed: TypedDate): FormError[] {
  const found: FormError[] = chosen ? [] : [{ field: "kind", words: t("Choose what it is.") }];
  if (which === "plan") return [...found, ...whenErrors(typed)];
  if (!typed.day) return [...found, { field: "day", words: t("Choose the day on which it took place.") }];
  return typed.day > today()
    ? [...found, { field: "day", words: t("That day is still to come. Plan it instead.") }]
    : found;
}
