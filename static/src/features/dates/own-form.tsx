/** A date of one's own, new or changed: what, when, where, and whether the adviser sees it. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field, Switch } from "../../ui/field";
import { SaveTrouble } from "../passport/save";
import { sentWhen, type TypedWhen, WhenFields, whenErrors } from "./when-fields";

/** The server's limits. */
const LONGEST_TITLE = 120;
const LONGEST_PLACE = 200;

export interface OwnDate extends TypedWhen {
  title: string;
  place: string;
  shared: boolean;
}

interface OwnFormProps {
  start: OwnDate;
  adviser: string | null;
  /** What the button says. */
  words: string;
  busy: boolean;
  trouble: boolean;
  onSave: (body: Record<string, unknown>) => void;
  onLeave?: () => void;
}

export function OwnForm({ start, adviser, words, busy, trouble, onSave, onLeave }: OwnFormProps) {
  const [own, setOwn] = useState(start);
  const [errors, setErrors] = useState<FormError[]>([]);
  const write = (change: Partial<OwnDate>) => setOwn({ ...own, ...change });
  const submit = () => {
    const wrong = [...titleErrors(own), ...(isMoved(own, start) ? whenErrors(own) : [])];
    setErrors(wrong);
    if (wrong.length > 0) return;
    const { title, place, shared } = own;
    onSave({ title: title.trim(), place: place.trim(), shared, ...sentWhen(own) });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} title={t("It is not saved yet")} />
      <Field
        id="title"
        label={t("What is it?")}
        hint={t("Like an exam, the rent, or the dentist.")}
        value={own.title}
        onInput={(title) => write({ title })}
        maxLength={LONGEST_TITLE}
        error={errors.find(({ field }) => field === "title")?.words}
        required
      />
      <WhenFields value={own} onChange={write} errors={errors} />
      <Field
        id="place"
        label={t("Where? (optional)")}
        value={own.place}
        onInput={(place) => write({ place })}
        maxLength={LONGEST_PLACE}
      />
      <Switch
        label={adviser ? t("Show it to {name}", { name: adviser }) : t("Show it to my council’s duty team")}
        checked={own.shared}
        onChange={(shared) => write({ shared })}
      />
      <p class="meta">
        <b>{t("Who can see this")}</b> {whoSees(own.shared, adviser)}
      </p>
      <SaveTrouble trouble={trouble} />
      <Button type="submit" busy={busy}>
        {words}
      </Button>
      {onLeave && (
        <Button look="quiet" onClick={onLeave}>
          {t("Leave it as it is")}
        </Button>
      )}
    </form>
  );
}

const titleErrors = ({ title }: OwnDate): FormError[] =>
  title.trim() ? [] : [{ field: "title", words: t("Write what it is.") }];

/** A date that is over keeps its day: only a new day has to be one to come. */
const isMoved = (now: TypedWhen, before: TypedWhen) => now.day !== before.day || before.day === "";

export function whoSees(shared: boolean, adviser: string | null): string {
  if (!shared) return t("Only you. Your council keeps it locked away, and your PA cannot open it.");
  return adviser
    ? t("You and {name}, and whoever covers for {name}. Switch it off and they can no longer read it here.", {
        name: adviser,
      })
    : t("You and your council’s duty team. Switch it off and they can no longer read it here.");
}
