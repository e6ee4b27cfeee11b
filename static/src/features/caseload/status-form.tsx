/** Recording a legal status: which one, since when, and where that stands, so that anybody can look it up. */
import { useState } from "preact/hooks";
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field, SelectField } from "../../ui/field";
import { statusTitle } from "../check/status-text";
import type { Person } from "./rules";
import { useSave } from "./save";
import { nameInLaw, RECORDED } from "./status-words";

interface Draft {
  status: string;
  since: string;
  source: string;
}

interface StatusFormProps {
  bundle: Bundle;
  person: Person;
  onClose: () => void;
}

export function StatusForm({ bundle, person, onClose }: StatusFormProps) {
  const [draft, setDraft] = useState<Draft>({ status: "", since: "", source: "" });
  const { save, errors, show } = useSave(person.space);
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = problemsOf(draft);
    if (found.length > 0) show(found);
    else if (await save("status.record", { ...draft, source: draft.source.trim() })) onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Card labelledBy="record-status">
        <h3 id="record-status">{t("Record a legal status")}</h3>
        <p class="s soft">
          {t(
            "{name} sees this at once, and can say if they disagree. What was recorded before stays in the history.",
            { name: person.name },
          )}
        </p>
        <ErrorSummary errors={errors} title={t("Nothing is recorded yet")} />
        <Fields
          bundle={bundle}
          draft={draft}
          set={(part) => setDraft({ ...draft, ...part })}
          wrong={(field) => errors.find((error) => error.field === field)?.words ?? null}
        />
        <Button type="submit">{t("Record it")}</Button>
        <Button look="text" onClick={onClose}>
          {t("Leave it as it is")}
        </Button>
      </Card>
    </form>
  );
}

interface FieldsProps {
  bundle: Bundle;
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  wrong: (field: string) => string | null;
}

function Fields({ bundle, draft, set, wrong }: FieldsProps) {
  const law = nameInLaw(draft.status);
  const statuses = RECORDED.map((value) => ({ value, words: statusTitle(bundle, value) }));
  return (
    <>
      <SelectField
        id="status"
        label={t("Status")}
        value={draft.status}
        onInput={(status) => set({ status })}
        error={wrong("status")}
        options={[{ value: "", words: t("Choose") }, ...statuses]}
      />
      <p class="s soft" role="status">
        {law && t("In law: {name}", { name: law })}
      </p>
      <Field
        id="since"
        type="date"
        label={t("Since")}
        value={draft.since}
        onInput={(since) => set({ since })}
        error={wrong("since")}
      />
      <Field
        id="source"
        label={t("Where does it stand?")}
        hint={t("For example: pathway plan of 3 May 2026. They read this too.")}
        value={draft.source}
        onInput={(source) => set({ source })}
        error={wrong("source")}
        maxLength={300}
        autoComplete="off"
      />
    </>
  );
}

function problemsOf({ status, since, source }: Draft): FormError[] {
  const found: FormError[] = [];
  if (!status) found.push({ field: "status", words: t("Choose a status.") });
  if (!since) found.push({ field: "since", words: t("Write the day from which it counts.") });
  else if (since > today())
    found.push({ field: "since", words: t("That day is still to come. Record it when it is here.") });
  if (!source.trim())
    found.push({ field: "source", words: t("Write where it stands, so that it can be checked.") });
  return found;
}
