/** Asking for another time for a date that the adviser planned. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { SaveTrouble } from "../passport/save";
import { useSend } from "./send";
import { sentWhen, WhenFields, whenErrors } from "./when-fields";

/** The server's limit. */
const LONGEST = 2000;

export function ProposeForm({ date, onDone }: { date: ShownDate; onDone: () => void }) {
  const [when, setWhen] = useState({ day: date.day ?? "", time: date.time ?? "" });
  const [words, setWords] = useState("");
  const [errors, setErrors] = useState<FormError[]>([]);
  const { send, busy, trouble } = useSend();
  const submit = async () => {
    const wrong = [...whenErrors(when), ...sameTime(date, when)];
    setErrors(wrong);
    if (wrong.length > 0) return;
    if (await send("date.propose", { date: date.id, ...sentWhen(when), words: words.trim() })) onDone();
  };
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t("Ask for another time")}</h2>
      <ErrorSummary errors={errors} title={t("It is not sent yet")} />
      <WhenFields value={when} onChange={setWhen} errors={errors} />
      <AreaField
        id="words"
        label={t("Why? (optional)")}
        hint={t("You do not have to say why.")}
        value={words}
        onInput={setWords}
        maxLength={LONGEST}
      />
      <SaveTrouble trouble={trouble} />
      <Button type="submit" busy={busy}>
        {t("Ask for this time")}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t("Leave it as it is")}
      </Button>
    </form>
  );
}

function sameTime(date: ShownDate, when: { day: string; time: string }): FormError[] {
  const same = when.day === date.day && when.time === (date.time ?? "");
  return same ? [{ field: "day", words: t("That is the time it has now. Choose another.") }] : [];
}
