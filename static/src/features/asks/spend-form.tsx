/** Adding one thing to the list of what was spent. */
import { useState } from "preact/hooks";
import { uuid7 } from "../../data/ids";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { SaveTrouble, useSave } from "../passport/save";
import { parsePence } from "./pence";

const LONGEST = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Typed {
  what: string;
  pounds: string;
  on: string;
}

function errorsOf({ what, pounds, on }: Typed): FormError[] {
  const errors: FormError[] = [];
  if (!what.trim()) errors.push({ field: "what", words: t("Write what it was.") });
  if (parsePence(pounds) === null)
    errors.push({ field: "pounds", words: t("Write how much it was, like 12.50.") });
  if (!DAY.test(on) || on > today())
    errors.push({ field: "on", words: t("Choose the day, today or before.") });
  return errors;
}

export function SpendForm({ entitlement }: { entitlement: string }) {
  const { save, trouble } = useSave();
  const [typed, setTyped] = useState<Typed>({ what: "", pounds: "", on: today() });
  const [errors, setErrors] = useState<FormError[]>([]);
  const wrong = (field: keyof Typed) => errors.find((error) => error.field === field)?.words;
  const add = () => {
    const found = errorsOf(typed);
    setErrors(found);
    if (found.length > 0) return;
    const { what, pounds, on } = typed;
    save("spend.put", {
      ...{ item: uuid7(Date.now()), entitlement },
      ...{ what: what.trim(), pence: parsePence(pounds), on },
    });
    setTyped({ what: "", pounds: "", on });
  };
  return (
    <Card labelledBy="add">
      <h2 id="add">{t("Add something")}</h2>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <ErrorSummary errors={errors} title={t("It is not on the list yet")} />
        <Field
          id="what"
          label={t("What was it?")}
          value={typed.what}
          error={wrong("what")}
          onInput={(what) => setTyped({ ...typed, what })}
          maxLength={LONGEST}
          autoComplete="off"
        />
        <Field
          id="pounds"
          label={t("How much, in pounds?")}
          hint={t("Like 12.50")}
          value={typed.pounds}
          error={wrong("pounds")}
          onInput={(pounds) => setTyped({ ...typed, pounds })}
          autoComplete="off"
        />
        <Field
          id="on"
          type="date"
          label={t("On which day?")}
          value={typed.on}
          error={wrong("on")}
          onInput={(on) => setTyped({ ...typed, on })}
        />
        <SaveTrouble trouble={trouble} />
        <Button type="submit">{t("Add to the list")}</Button>
      </form>
    </Card>
  );
}
