/** One question about how somebody lives. Each can be skipped, and each answer makes the list of results fit better. */
import { useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { today } from "../../ui/dated";
import type { FormError } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { ChooseOne } from "./answers";
import type { Draft } from "./draft";
import { walk } from "./flow";
import { AnswerForm, type AnswerProps, errorOf } from "./form";
import { Away, useGo } from "./going";
import { check, type Kept, keepAnswers } from "./kept";
import { type MoreQuestion, moreOptions, moreQuestions, moreWords } from "./more-questions";
import { QuestionPage, QuestionWaits } from "./question-page";

export function CheckMore() {
  const { question: name } = useParams<{ question: string }>();
  const kept = check.value;
  if (!kept) return <QuestionWaits />;
  const asked = walk(kept.draft, today()).next ? [] : moreQuestions(kept.draft, today());
  const at = (asked as string[]).indexOf(name);
  const question = asked[at];
  return question ? (
    <Asked key={name} question={question} at={at} asked={asked} kept={kept} />
  ) : (
    <Away to="/rights/check" />
  );
}

interface AskedProps {
  question: MoreQuestion;
  at: number;
  asked: MoreQuestion[];
  kept: Kept;
}

function Asked({ question, at, asked, kept }: AskedProps) {
  const go = useGo();
  const words = moreWords(question);
  const options = moreOptions(question);
  const before = asked[at - 1];
  const onAnswer = (value: unknown): FormError[] => {
    const draft = { ...kept.draft, [question]: value } as Draft;
    void keepAnswers(({ finished }) => ({ draft, finished }));
    const more = moreQuestions(draft, today());
    const next = more[more.indexOf(question) + 1];
    go(next ? `/rights/check/more/${next}` : "/rights/money");
    return [];
  };
  const said = kept.draft[question] ?? null;
  const form = { legend: words.title, onAnswer };
  return (
    <QuestionPage
      words={words}
      back={
        before
          ? { href: `/rights/check/more/${before}`, words: t("Question {n}", { n: at }) }
          : { href: "/rights/check/result", words: t("Result") }
      }
      sub={t("Extra question {n} of {all}", { n: at + 1, all: asked.length })}
      done={at}
      of={asked.length}
    >
      {options ? (
        <ChooseOne {...form} name={question} options={options} value={said as string | null} />
      ) : (
        <Savings {...form} value={said as number | null} />
      )}
      <Button look="quiet" onClick={() => onAnswer(null)}>
        {t("Skip this one")}
      </Button>
    </QuestionPage>
  );
}

const POUNDS = /^\d{1,7}$/;

function Savings({ value, onAnswer }: AnswerProps<number>) {
  const [typed, type] = useState(value === null ? "" : String(value));
  const [errors, setErrors] = useState<FormError[]>([]);
  return (
    <AnswerForm
      errors={errors}
      onSubmit={() =>
        setErrors(
          POUNDS.test(typed.trim())
            ? onAnswer(Number(typed.trim()))
            : [{ field: "savings", words: t("Give whole pounds, like 250. Write 0 if you have none.") }],
        )
      }
    >
      <Field
        id="savings"
        label={t("Pounds")}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onInput={type}
        error={errorOf(errors, "savings")}
      />
    </AnswerForm>
  );
}
