/** The words of the questions that decide the status: what is asked, why, and the answers that can be chosen. */
import { t } from "../../i18n/index";
import { englishOf } from "../../ui/beside";
import type { StatusQuestion } from "./flow";

export interface Option {
  value: string;
  words: string;
  /** Beside the words, while no person has checked them. */
  english?: string | undefined;
}

export interface QuestionWords {
  title: string;
  hint?: string;
  why: string;
  english?: QuestionWords | undefined;
}

/** Words with their English, while no person has checked them. */
export function withEnglish(make: () => QuestionWords): QuestionWords {
  return { ...make(), english: englishOf(make) };
}

/** The same for answers. */
export function optionsWithEnglish(make: () => Option[]): Option[] {
  const english = englishOf(make);
  return make().map((option, at) => ({ ...option, english: english?.[at]?.words }));
}

/** What is asked, with a hint where one helps, and why. */
export function questionWords(question: StatusQuestion): QuestionWords {
  return withEnglish(ABOUT[question]);
}

const ABOUT: Record<StatusQuestion, () => QuestionWords> = {
  birthday: () => ({
    title: t("When is your birthday?"),
    hint: t("Use the date that your council or your papers use. Not sure? Ask your PA."),
    why: t("What you can get depends on your age, to the day."),
  }),
  place: () => ({
    title: t("Have you ever been in care?"),
    hint: t(
      "In care means that a council looked after you. For example with foster carers, in a children’s home, or with family.",
    ),
    why: t(
      "Your rights come from your time in care. Each country has its own law, and this check knows the law of England.",
    ),
  }),
  programme: () => ({
    title: t("Are you still on a course from your pathway plan?"),
    hint: t("One that you began before you turned 25."),
    why: t("Help with such a course goes on until the course ends."),
  }),
  now: () => ({
    title: t("Are you in care now?"),
    why: t("Being in care at 16 or 17 gives you rights that start now."),
  }),
  eighteenth: () => ({
    title: t("Were you in care on the day before you turned 18?"),
    why: t("If you were in care until 18, your council owes you the most help."),
  }),
  spells: () => ({
    title: t("When were you in care?"),
    hint: t("A rough date will do. You can give only the year, or the month and year."),
    why: t("The law counts your days in care since you turned 14. From 91 days on, you have more rights."),
  }),
  order: () => ({
    title: t("Are you on a care order now?"),
    hint: t("A court makes a care order. It gives the council the rights of a parent."),
    why: t("With a care order you are in care, even if you live with your family."),
  }),
  sixteenth: () => ({
    title: t("Were you in hospital or custody on your 16th birthday?"),
    why: t("If you went there straight from care, your time in care can still count."),
  }),
  home: () => ({
    title: t("After care, did you go back to live with family?"),
    hint: t("At 16 or 17, with a parent, a special guardian or another adult with the rights of a parent."),
    why: t("Six months back home can change your rights. If it went wrong there, that counts too."),
  }),
  sgo: () => ({
    title: t("Has a court given you a special guardian?"),
    hint: t("Often a grandparent, an aunt or an uncle. It must be so now, or when you turned 18."),
    why: t("You may have rights if you were in care just before it."),
  }),
  other: () => ({
    title: t("At 16 or 17, did you live in one of these places?"),
    hint: t("Tick all that fit."),
    why: t("The law gives rights to more people than those in council care."),
  }),
  learning: () => ({
    title: t("Are you learning, or do you want to?"),
    why: t("There is more help for care leavers who learn, and for those who want to start."),
  }),
};

/** Yes, no, not sure. */
export function yesNo(): Option[] {
  return optionsWithEnglish(() => [
    { value: "yes", words: t("Yes") },
    { value: "no", words: t("No") },
    notSure(),
  ]);
}

export const notSure = (): Option => ({ value: "not_sure", words: t("Not sure") });

/** The answers of which one is chosen; null for a question of another kind. */
export function optionsOf(question: StatusQuestion): Option[] | null {
  const own = OPTIONS[question];
  if (own) return optionsWithEnglish(own);
  const form = ["birthday", "spells", "home", "other"].includes(question);
  return form ? null : yesNo();
}

function fromCare(): Option[] {
  return [
    { value: "from_care", words: t("Yes, and I was in care just before") },
    { value: "not_from_care", words: t("Yes, but I was not in care before") },
    { value: "from_unsure", words: t("Yes, not sure about before") },
    { value: "no", words: t("No") },
    notSure(),
  ];
}

const OPTIONS: Partial<Record<StatusQuestion, () => Option[]>> = {
  place: () => [
    { value: "england", words: t("Yes, in England") },
    { value: "scotland", words: t("Yes, last in Scotland") },
    { value: "wales", words: t("Yes, last in Wales") },
    { value: "northern_ireland", words: t("Yes, last in Northern Ireland") },
    { value: "not_sure", words: t("Yes, not sure where") },
    { value: "unsure_care", words: t("Not sure if it was care") },
    { value: "never", words: t("No, never") },
  ],
  sixteenth: fromCare,
  sgo: fromCare,
  learning: () => [
    { value: "non_advanced", words: t("Yes, at school, in college or in training") },
    { value: "higher", words: t("Yes, at university or on a course of that level") },
    { value: "apprenticeship", words: t("Yes, as an apprentice") },
    { value: "wants", words: t("No, but I want to start") },
    { value: "none", words: t("No") },
    notSure(),
  ],
};

/** The places of section 24(2) of the Children Act 1989, and one that may have been care. */
export function otherHomes(): Option[] {
  return optionsWithEnglish(homes);
}

function homes(): Option[] {
  return [
    { value: "private_home", words: t("A private children’s home") },
    { value: "voluntary", words: t("A home run by a charity") },
    { value: "private_fostering", words: t("With an adult who is not close family, for 28 days or more") },
    { value: "nhs_or_education", words: t("A hospital, care home or boarding school, for 3 months or more") },
    { value: "hostel", words: t("A hostel, B&B or flat from the council, and a social worker came") },
  ];
}

/** The kinds of care, in plain words. */
export function careTypes(): Option[] {
  return optionsWithEnglish(types);
}

function types(): Option[] {
  return [
    { value: "foster", words: t("Foster carers") },
    { value: "home", words: t("Children’s home or supported housing") },
    { value: "kinship", words: t("Family or friends, arranged by the council") },
    { value: "remand", words: t("Custody on remand (before a trial)") },
    { value: "short_break_series", words: t("Planned short breaks, home each time") },
    { value: "section17_or_housing", words: t("Council housing or hostel, and a social worker came") },
    notSure(),
  ];
}
