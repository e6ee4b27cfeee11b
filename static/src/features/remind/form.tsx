/** Writing a reminder: the words, when it comes, whether it comes again, and on which days that really is. */
import { useState } from "preact/hooks";
import { t, unmarked } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField, Field } from "../../ui/field";
import { ComingDays } from "./coming";
import { londonNow, MAX_TEXT, troubleOf } from "./days";
import { TEMPLATES, type Template, templateText, templateTitle } from "./templates";
import { troubleError } from "./words";

type Often = "never" | "day" | "week" | "month";

interface Draft {
  text: string;
  template: Template | null;
  day: string;
  time: string;
  often: Often;
  until: string;
}

const NOTHING: Draft = { text: "", template: null, day: "", time: "", often: "never", until: "" };

/** As the operation wants it. */
export interface ReminderBody extends Record<string, unknown> {
  text: string;
  day: string;
  time: string | null;
  repeat: { every: string; until: string } | null;
  template: string | null;
}

interface ReminderFormProps {
  /** What the button says. */
  words: string;
  /** What is wrong outside the form, like nobody being picked; asked when it is sent. */
  alsoWrong?: (() => FormError[]) | undefined;
  /** Keeps it on this device; gives what went wrong. */
  onSend: (body: ReminderBody) => Promise<readonly FormError[]>;
}

export function ReminderForm({ words, alsoWrong, onSend }: ReminderFormProps) {
  const [draft, setDraft] = useState(NOTHING);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = [...(alsoWrong?.() ?? []), ...problems(draft)];
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    const failed = await onSend(bodyOf(draft));
    setBusy(false);
    setErrors(failed);
    if (failed.length === 0) setDraft(NOTHING);
  };
  const wrong = (field: string) => errors.find((error) => error.field === field)?.words;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Card labelledBy="new-reminder">
        <h2 id="new-reminder">{t("New reminder")}</h2>
        <ErrorSummary errors={errors} title={t("It is not sent yet")} />
        <Words draft={draft} setDraft={setDraft} wrong={wrong("text")} />
        <When draft={draft} setDraft={setDraft} wrong={wrong} />
        <ComingDays day={draft.day} time={draft.time || null} repeat={repeatOf(draft)} />
        <p class="meta">
          {t(
            "On a locked screen it only says “You have a reminder”. Your words show once they open the app.",
          )}
        </p>
        <Button type="submit" busy={busy}>
          {words}
        </Button>
      </Card>
    </form>
  );
}

interface PartProps {
  draft: Draft;
  setDraft: (draft: Draft) => void;
}

function Words({ draft, setDraft, wrong }: PartProps & { wrong: string | undefined }) {
  return (
    <>
      <fieldset class="tags staff-chips">
        <legend class="s soft">{t("Start from words that are ready:")}</legend>
        {TEMPLATES.map((template) => (
          <button
            key={template}
            type="button"
            class="chip tag calm"
            aria-pressed={draft.template === template}
            onClick={() => setDraft({ ...draft, template, text: unmarked(templateText(template)) })}
          >
            {templateTitle(template)}
          </button>
        ))}
      </fieldset>
      <AreaField
        id="text"
        label={t("What should they remember?")}
        hint={t("Short and kind, in at most {n} letters.", { n: MAX_TEXT })}
        value={draft.text}
        onInput={(text) => setDraft({ ...draft, text, template: null })}
        maxLength={MAX_TEXT}
        error={wrong}
        required
      />
    </>
  );
}

function When({ draft, setDraft, wrong }: PartProps & { wrong: (field: string) => string | undefined }) {
  return (
    <>
      <div class="staff-pair">
        <Field
          id="day"
          type="date"
          label={draft.often === "never" ? t("Which day?") : t("First day")}
          value={draft.day}
          onInput={(day) => setDraft({ ...draft, day })}
          error={wrong("day")}
          required
        />
        <Field
          id="time"
          type="time"
          label={t("What time? (optional)")}
          value={draft.time}
          onInput={(time) => setDraft({ ...draft, time })}
        />
      </div>
      <Choices
        legend={t("Does it come again?")}
        options={[
          { value: "never", words: t("No, once") },
          { value: "day", words: t("Every day") },
          { value: "week", words: t("Every week") },
          { value: "month", words: t("Every month") },
        ]}
        value={draft.often}
        onChange={(often) => setDraft({ ...draft, often })}
      />
      {draft.often !== "never" && (
        <Field
          id="until"
          type="date"
          label={t("Last day")}
          hint={t("At most a year after the first day.")}
          value={draft.until}
          onInput={(until) => setDraft({ ...draft, until })}
          error={wrong("until")}
          required
        />
      )}
    </>
  );
}

function repeatOf({ often, until }: Draft) {
  return often === "never" ? null : { every: often, until };
}

function bodyOf(draft: Draft): ReminderBody {
  const { text, template, day, time } = draft;
  return { text: text.trim(), template, day, time: time || null, repeat: repeatOf(draft) };
}

function problems(draft: Draft): FormError[] {
  const trouble = troubleOf(draft.day, draft.time || null, repeatOf(draft), londonNow(new Date()));
  return [
    ...(draft.text.trim() ? [] : [{ field: "text", words: t("Write what they should remember.") }]),
    ...(trouble ? [troubleError(trouble)] : []),
  ];
}
