/** Planning a time away, or changing one: the days, who covers, and what that means before it is saved. */
import { useId, useState } from "preact/hooks";
import { uuid7 } from "../../data/ids";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field, SelectField } from "../../ui/field";
import { today } from "../dates/london";
import { useAttempt, WaitLine } from "../people/attempt";
import {
  type AwayField,
  type AwayTime,
  type AwayTrouble,
  awayTroubles,
  type Colleague,
  DUTY,
  type TypedAway,
} from "./away-rules";
import { namedField } from "./form-errors";

export interface AwayBody {
  since: string;
  until: string;
  cover: string | null;
}

interface AwayFormProps {
  /** The time to change; null for a new one. */
  time: AwayTime | null;
  advisers: readonly Colleague[];
  onSave: (id: string, body: AwayBody) => Promise<void>;
  onCancel: () => void;
}

const FIELDS: readonly AwayField[] = ["since", "until", "cover"];

export function AwayForm({ time, advisers, onSave, onCancel }: AwayFormProps) {
  const id = useId();
  const field = (name: string) => `${id}-${name}`;
  // Made once: a second try after a lost answer is the same time, not another one.
  const [away] = useState(() => time?.id ?? uuid7(Date.now()));
  const [typed, setTyped] = useState<TypedAway>(() => start(time));
  const begun = time !== null && time.since <= today();
  const saving = useAttempt(
    () => onSave(away, { ...typed, cover: typed.cover === DUTY ? null : typed.cover }),
    (error) => namedField(error, FIELDS, field),
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const found = awayTroubles(typed, today(), begun).map(
      ([name, trouble]): FormError => ({ field: field(name), words: troubleWords(name, trouble) }),
    );
    saving.show(found);
    if (found.length === 0) void saving.start();
  };
  const put = (name: AwayField) => ({
    id: field(name),
    value: typed[name],
    error: saving.errors.find((error) => error.field === field(name))?.words,
    onInput: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={saving.errors} title={t("It is not saved yet")} />
      <div class="staff-pair">
        {begun ? (
          <p class="grow">{t("Away since {date}", { date: formatDate(typed.since, "day") })}</p>
        ) : (
          <Field type="date" label={t("First day away")} {...put("since")} />
        )}
        <Field type="date" label={t("Last day away")} {...put("until")} />
      </div>
      <SelectField label={t("Who covers?")} options={options(advisers)} {...put("cover")} />
      <p class="s" role="status">
        {meaning(typed, advisers)}
      </p>
      <WaitLine seconds={saving.wait} />
      <div class="row wraps">
        <Button type="submit" small busy={saving.busy || saving.wait > 0}>
          {saving.busy ? t("One moment…") : t("Save")}
        </Button>
        <Button look="text" onClick={onCancel}>
          {t("Leave it as it is")}
        </Button>
      </div>
    </form>
  );
}

function start(time: AwayTime | null): TypedAway {
  if (!time) return { since: "", until: "", cover: "" };
  return { since: time.since, until: time.until, cover: time.cover?.id ?? DUTY };
}

function options(advisers: readonly Colleague[]): { value: string; words: string }[] {
  return [
    { value: "", words: t("Choose") },
    ...advisers.map(({ id, name }) => ({ value: id, words: name })),
    { value: DUTY, words: t("Whoever is on duty") },
  ];
}

function meaning({ since, until, cover }: TypedAway, advisers: readonly Colleague[]): string {
  if (!since || !until || until < since || !cover) return "";
  const days = { from: formatDate(since, "day"), to: formatDate(until, "day") };
  const name = advisers.find((one) => one.id === cover)?.name;
  return name
    ? t("{name} can read and answer from {from} to {to}. It starts and stops by itself.", { name, ...days })
    : t("Whoever is on duty can read and answer from {from} to {to}. It starts and stops by itself.", days);
}

function troubleWords(field: AwayField, trouble: AwayTrouble): string {
  switch (trouble) {
    case "nobody":
      return t("Choose who covers.");
    case "before":
      return t("The last day is before the first day.");
    case "past":
      return field === "since" ? t("The first day is in the past.") : t("The last day is in the past.");
    default:
      return field === "since" ? t("Choose the first day.") : t("Choose the last day.");
  }
}
