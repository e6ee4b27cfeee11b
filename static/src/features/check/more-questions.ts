/**
 * The questions about how somebody lives, each of which may be skipped: which come up, their words, and their answers.
 */
import { t } from "../../i18n/index";
import { immigrationWords, livingWords } from "../rights/codes";
import { ageAt, type Draft } from "./draft";
import { walk } from "./flow";
import {
  notSure,
  type Option,
  optionsOf,
  optionsWithEnglish,
  type QuestionWords,
  questionWords,
  withEnglish,
  yesNo,
} from "./questions";

export const MORE_QUESTIONS = [
  "learning",
  "full_time",
  "living",
  "immigration",
  "parent",
  "pregnant",
  "disabled_or_ill",
  "on_uc",
  "savings",
] as const;

export type MoreQuestion = (typeof MORE_QUESTIONS)[number];

/** Those that come up once the status is known. */
export function moreQuestions(draft: Draft, today: string): MoreQuestion[] {
  const age = draft.birthday ? ageAt(draft.birthday.dob, today) : 0;
  if (age < 16) return ["immigration", "disabled_or_ill"];
  const studies = draft.learning === "non_advanced" || draft.learning === "higher";
  const asked = walk(draft, today).answered.includes("learning");
  return MORE_QUESTIONS.filter((one) => {
    if (one === "learning") return !asked;
    return one !== "full_time" || studies;
  });
}

/** What is asked, with a hint where one helps, and why. */
export function moreWords(question: MoreQuestion): QuestionWords {
  return question === "learning" ? questionWords(question) : withEnglish(ABOUT[question]);
}

const ABOUT: Record<Exclude<MoreQuestion, "learning">, () => QuestionWords> = {
  full_time: () => ({
    title: t("Is your course full time?"),
    why: t("Some money is only for full-time courses."),
  }),
  living: () => ({
    title: t("Where do you live?"),
    why: t("Help with rent, council tax and moving depends on it."),
  }),
  immigration: () => ({
    title: t("Which of these fits you?"),
    hint: t("About your right to be in the UK."),
    why: t(
      "Some money depends on it, and some help is there just for you. Nobody is told: your answer stays on this phone. You can skip this.",
    ),
  }),
  parent: () => ({ title: t("Do you have a child?"), why: t("There is more help for parents.") }),
  pregnant: () => ({ title: t("Are you pregnant?"), why: t("Some help starts before the birth.") }),
  disabled_or_ill: () => ({
    title: t("Are you disabled, or ill for a long time?"),
    hint: t("In body or mind."),
    why: t("There is more money and more help if you are."),
  }),
  on_uc: () => ({ title: t("Do you get Universal Credit?"), why: t("It opens the door to other help.") }),
  savings: () => ({
    title: t("About how much money have you saved?"),
    hint: t("In whole pounds, like 250."),
    why: t("Some money is only for people with small savings."),
  }),
};

/** The answers of which one is chosen; null for the sum of money. */
export function moreOptions(question: MoreQuestion): Option[] | null {
  switch (question) {
    case "learning":
      return optionsOf(question);
    case "living":
      return optionsWithEnglish(() => [...coded(livingWords()), notSure()]);
    case "immigration":
      return optionsWithEnglish(() => [...coded(immigrationWords()), notSure()]);
    case "savings":
      return null;
    default:
      return yesNo();
  }
}

function coded(words: Record<string, string>): Option[] {
  return Object.entries(words).map(([value, clause]) => ({ value, words: upperFirst(clause) }));
}

function upperFirst(text: string): string {
  return text.replace(/\p{L}/u, (first) => first.toLocaleUpperCase());
}
