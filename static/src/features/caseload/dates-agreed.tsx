/** What was agreed: who does what by when, and whether it is done. The adviser writes it down; both tick it off. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import type { ShownAgreement } from "../../data/ready-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { today } from "../../ui/dated";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField, Field } from "../../ui/field";
import { Tag, Tags } from "../../ui/tag";
import { countdown } from "../asks/words";
import type { Dates } from "../dates/dates";
import { dayWords } from "../dates/words";
import type { Person } from "./rules";
import { useSave } from "./save";

/** The server's limits. */
const LONGEST = 2000;
const LONGEST_WHO = 120;

interface AgreedProps {
  person: Person;
  dates: Dates;
  date: ShownDate;
}

export function AgreedPart({ person, dates, date }: AgreedProps) {
  const [writing, setWriting] = useState<ShownAgreement | "new" | null>(null);
  const agreed = dates.agreements(date.id);
  if (date.state === "asked" || (date.state === "cancelled" && agreed.length === 0)) return null;
  const close = () => setWriting(null);
  return (
    <>
      <h2>{t("What was agreed")}</h2>
      {agreed.length === 0 && !writing && (
        <p class="soft">
          {t("Nothing is written down yet. {name} sees what you write here.", { name: person.name })}
        </p>
      )}
      <ul class="bare stack tight">
        {agreed.map((one) => (
          <li key={one.id}>
            {writing !== "new" && writing?.id === one.id ? (
              <AgreementForm person={person} date={date} before={one} onClose={close} />
            ) : (
              <Agreement person={person} agreement={one} onChange={() => setWriting(one)} />
            )}
          </li>
        ))}
      </ul>
      {writing === "new" && <AgreementForm person={person} date={date} before={null} onClose={close} />}
      {writing === null && (
        <Button look="quiet" onClick={() => setWriting("new")}>
          {t("Write down what was agreed")}
        </Button>
      )}
    </>
  );
}

interface AgreementProps {
  person: Person;
  agreement: ShownAgreement;
  onChange: () => void;
}

function Agreement({ person, agreement, onChange }: AgreementProps) {
  const { what, by, done, waiting } = agreement;
  const { save, errors } = useSave(person.space);
  const late = !done && by !== null && by < today();
  const who = whoWords(agreement, person.name);
  return (
    <Card>
      <ErrorSummary errors={errors} title={t("It is not saved yet")} />
      <label class="switch done-line">
        <input
          type="checkbox"
          checked={done}
          onChange={(event) =>
            void save("agreement.done", { agreement: agreement.id, done: event.currentTarget.checked })
          }
        />
        <b class="own-words">{what}</b>
      </label>
      <p class="s">{by ? t("{who}, by {date}", { who, date: dayWords(by) }) : who}</p>
      <Tags>
        {done && <Tag look="go">{t("Done")}</Tag>}
        {!done && by && <Tag look={late ? "wait" : "calm"}>{countdown(by)}</Tag>}
        {waiting && <Tag look="wait">{t("Waits on this device")}</Tag>}
      </Tags>
      <div>
        <Button look="quiet" small onClick={onChange} label={t("Change: {what}", { what })}>
          {t("Change")}
        </Button>
      </div>
    </Card>
  );
}

function whoWords({ who, who_words, by_name }: ShownAgreement, name: string): string {
  if (who === "me") return t("{name} does this", { name });
  if (who === "other") return t("{name} does this", { name: who_words || t("Somebody else") });
  return t("{name} does this", { name: who_words || by_name || t("The PA") });
}

interface FormProps {
  person: Person;
  date: ShownDate;
  before: ShownAgreement | null;
  onClose: () => void;
}

interface Draft {
  what: string;
  who: ShownAgreement["who"] | null;
  who_words: string;
  by: string;
}

function AgreementForm({ person, date, before, onClose }: FormProps) {
  const [draft, setDraft] = useState<Draft>({
    what: before?.what ?? "",
    who: before?.who ?? null,
    who_words: before?.who_words ?? "",
    by: before?.by ?? "",
  });
  const { save, errors, show } = useSave(person.space);
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = problems(draft, before);
    const body = { ...draft, what: draft.what.trim(), by: draft.by || null };
    const who_words = draft.who === "other" ? draft.who_words.trim() : "";
    if (wrong.length > 0) show(wrong);
    else if (
      await save("agreement.put", { agreement: before?.id ?? null, date: date.id, ...body, who_words })
    )
      onClose();
  };
  return (
    <form class="card stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} title={t("It is not written down yet")} />
      <AgreementFields name={person.name} draft={draft} setDraft={setDraft} errors={errors} />
      <Button type="submit">{t("Write it down")}</Button>
      <Button look="text" onClick={onClose}>
        {t("Not now")}
      </Button>
    </form>
  );
}

interface FieldsProps {
  name: string;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  errors: readonly FormError[];
}

function AgreementFields({ name, draft, setDraft, errors }: FieldsProps) {
  const wrong = (field: string) => errors.find((error) => error.field === field)?.words;
  return (
    <>
      <AreaField
        id="what"
        label={t("What was agreed?")}
        hint={t("One thing at a time, in words that {name} would use.", { name })}
        value={draft.what}
        onInput={(what) => setDraft({ ...draft, what })}
        error={wrong("what")}
        maxLength={LONGEST}
        required
      />
      <Choices
        legend={t("Who does it?")}
        options={[
          { value: "me", words: name },
          { value: "adviser", words: t("Me, their PA") },
          { value: "other", words: t("Somebody else") },
        ]}
        value={draft.who}
        onChange={(who) => setDraft({ ...draft, who })}
      />
      {draft.who === "other" && (
        <Field
          id="who_words"
          label={t("Who?")}
          value={draft.who_words}
          onInput={(who_words) => setDraft({ ...draft, who_words })}
          maxLength={LONGEST_WHO}
          autoComplete="off"
        />
      )}
      <Field
        id="by"
        type="date"
        label={t("By when? (optional)")}
        hint={t("Whoever does it is reminded before that day.")}
        value={draft.by}
        onInput={(by) => setDraft({ ...draft, by })}
        error={wrong("by")}
      />
    </>
  );
}

function problems({ what, who, by }: Draft, before: ShownAgreement | null): FormError[] {
  const found: FormError[] = [];
  if (!what.trim()) found.push({ field: "what", words: t("Write what was agreed.") });
  if (who === null) found.push({ field: null, words: t("Choose who does it.") });
  if (by && by < today() && by !== before?.by)
    found.push({ field: "by", words: t("Choose a day that is still to come.") });
  return found;
}
