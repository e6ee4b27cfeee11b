/** "I agree with this plan", or "I don't, because": said by the young person, and kept with the plan. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import type { ShownPlanAnswer } from "../../data/ready-view";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { Note } from "../../ui/note";
import { SaveTrouble } from "../passport/save";
import { useSend } from "./send";

/** The server's limit. */
const LONGEST = 2000;

interface PlanAnswerProps {
  date: ShownDate;
  answer: ShownPlanAnswer | null;
  adviser: string | null;
}

export function PlanAnswer({ date, answer, adviser }: PlanAnswerProps) {
  const [changing, setChanging] = useState(false);
  if (!answer || changing)
    return <Form date={date} answer={answer} adviser={adviser} onDone={() => setChanging(false)} />;
  return (
    <Note look={answer.agree ? "go" : "sun"}>
      <p class="strong">
        {answer.agree ? t("You agree with this plan") : t("You do not agree with this plan")}
      </p>
      {answer.words && <p class="own-words">{answer.words}</p>}
      <p class="meta">
        {answer.waiting ? t("Waiting for signal") : t("Said {date}", { date: formatDate(answer.at, "long") })}
      </p>
      <Button look="quiet" small onClick={() => setChanging(true)}>
        {t("Change my answer")}
      </Button>
    </Note>
  );
}

function Form({ date, answer, adviser, onDone }: PlanAnswerProps & { onDone: () => void }) {
  const [agree, setAgree] = useState<"yes" | "no" | null>(answer ? (answer.agree ? "yes" : "no") : null);
  const [words, setWords] = useState(answer?.words ?? "");
  const [errors, setErrors] = useState<FormError[]>([]);
  const { send, busy, trouble } = useSend();
  const submit = async () => {
    const wrong = problems(agree, words);
    setErrors(wrong);
    if (wrong.length > 0) return;
    if (await send("plan.answer", { date: date.id, agree: agree === "yes", words: words.trim() })) onDone();
  };
  return (
    <Card labelledBy="plan-answer">
      <h2 id="plan-answer">{t("Is this plan right for you?")}</h2>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary errors={errors} title={t("It is not saved yet")} />
        <Choices
          legend={t("What do you say?")}
          options={[
            { value: "yes", words: t("I agree with this plan") },
            { value: "no", words: t("I don’t agree") },
          ]}
          value={agree}
          onChange={setAgree}
        />
        {agree !== null && (
          <AreaField
            id="because"
            label={agree === "no" ? t("I don’t agree, because") : t("Anything to add? (optional)")}
            value={words}
            onInput={setWords}
            maxLength={LONGEST}
            error={errors.find(({ field }) => field === "because")?.words}
          />
        )}
        <p class="meta">
          <b>{t("Who can see this")}</b>{" "}
          {t("You and {name}. It is kept as part of your record.", {
            name: adviser ?? t("your council’s duty team"),
          })}
        </p>
        <SaveTrouble trouble={trouble} />
        <Button type="submit" busy={busy}>
          {t("Save what I say")}
        </Button>
      </form>
    </Card>
  );
}

function problems(agree: "yes" | "no" | null, words: string): FormError[] {
  if (agree === null) return [{ field: null, words: t("Choose one of the two.") }];
  return agree === "no" && !words.trim()
    ? [{ field: "because", words: t("Write why, so that they can put it right.") }]
    : [];
}
