/** One question of the check that decides the status, one to a page. */
import { useParams } from "wouter-preact";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type { ProfileRow } from "../../data/types";
import { t } from "../../i18n/index";
import { today } from "../../ui/dated";
import type { FormError } from "../../ui/error-summary";
import { Birthday, ChooseOne, OtherHomes } from "./answers";
import { ageAt, type Draft } from "./draft";
import { about, problemsOf, STATUS_QUESTIONS, type StatusQuestion, walk } from "./flow";
import { Away, useGo } from "./going";
import { check, type Kept, keepAnswers } from "./kept";
import { problemErrors } from "./problems";
import { QuestionPage, QuestionWaits } from "./question-page";
import { optionsOf, questionWords } from "./questions";
import { HomeAgain, Stays } from "./times";

export function CheckQuestion() {
  const { question: name } = useParams<{ question: string }>();
  const kept = check.value;
  if (!kept) return <QuestionWaits />;
  const { answered, next } = walk(kept.draft, today());
  const asked = next ? [...answered, next] : answered;
  const at = (asked as string[]).indexOf(name);
  const question = asked[at];
  if (!question) return <Away to="/rights/check" />;
  const of = Math.max(about(kept.draft, today()), asked.length);
  const before = asked[at - 1];
  return (
    <QuestionPage
      key={name}
      words={questionWords(question)}
      back={
        before
          ? { href: `/rights/check/${before}`, words: t("Question {n}", { n: at }) }
          : { href: "/rights/check", words: t("Start") }
      }
      sub={t("Question {n} of about {all}", { n: at + 1, all: of })}
      done={at}
      of={of}
    >
      <Answer question={question} kept={kept} />
    </QuestionPage>
  );
}

interface AnswerOfProps {
  question: StatusQuestion;
  kept: Kept;
}

function Answer({ question, kept }: AnswerOfProps) {
  const go = useGo();
  const legend = questionWords(question).title;
  const onAnswer = (value: unknown): FormError[] => {
    const problems = problemsOf({ ...upTo(question, kept.draft), [question]: value }, today());
    if (problems.length > 0) return problemErrors(problems);
    const draft = { ...kept.draft, [question]: value } as Draft;
    const { next } = walk(draft, today());
    void keepAnswers(({ finished }) => ({ draft, finished: finished ?? (next ? null : today()) }));
    go(`/rights/check/${next ?? "result"}`);
    return [];
  };
  const value = (kept.draft[question] ?? null) as never;
  const options = optionsOf(question);
  if (options) return <ChooseOne {...{ legend, options, value, onAnswer }} name={question} />;
  const age = kept.draft.birthday ? ageAt(kept.draft.birthday.dob, today()) : 0;
  switch (question) {
    case "birthday": {
      const known = kept.draft.birthday ?? fromProfile();
      // The profile may be read from the phone only after this was first drawn.
      return <Birthday key={known?.dob} {...{ legend, onAnswer }} value={known} />;
    }
    case "spells":
      return <Stays {...{ value, onAnswer }} openWords={openWords(age, kept.draft)} />;
    case "home":
      return <HomeAgain {...{ legend, value, onAnswer }} adult={age >= 18} />;
    default:
      return <OtherHomes {...{ legend, value, onAnswer }} />;
  }
}

/** The draft before a question: an answer further on must not make this one wrong. */
function upTo(question: StatusQuestion, draft: Draft): Draft {
  const before = STATUS_QUESTIONS.slice(0, STATUS_QUESTIONS.indexOf(question));
  return Object.fromEntries(before.flatMap((one) => (draft[one] === undefined ? [] : [[one, draft[one]]])));
}

/** The birthday that the council wrote down, to confirm. */
function fromProfile(): NonNullable<Draft["birthday"]> | null {
  const space = me.value?.space;
  const dob = space ? rows<ProfileRow>(space, "profile").value[0]?.birthday : undefined;
  return dob ? { dob, disputed: "no" } : null;
}

/** What it is called that a time in care goes on; null when none can. */
function openWords(age: number, draft: Draft): string | null {
  if (age >= 18) return draft.eighteenth === "no" ? null : t("It went on until I turned 18");
  return draft.now === "no" ? null : t("It still goes on");
}
