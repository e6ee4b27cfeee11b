/** What cannot be true in the answers, in plain words, and the field on the screen that it is about. */
import { t } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";
import type { AnswerProblem } from "./rules/types";

/** The field of a place in the answers, like "care_spells-0-end". */
export function fieldOf(at: string): string {
  return at.replaceAll(".", "-");
}

export function problemErrors(problems: readonly AnswerProblem[]): FormError[] {
  return problems.map(({ at, code }) => ({ field: fieldOf(at), words: problemWords(at, code) }));
}

function problemWords(at: string, code: string): string {
  switch (code) {
    case "not_a_date":
      return at === "dob"
        ? t("Give the day, the month and the year. Use numbers, and a real date.")
        : t("This is not a date yet. Give the year in four numbers, like 2019, or tick “Not sure”.");
    case "in_future":
    case "born_in_future":
      return t("This date has not come yet. Please look at it again.");
    case "too_long_ago":
      return t("This year looks too long ago. Please look at it again.");
    case "before_birth":
      return t("This is before you were born. Please look at it again.");
    case "end_before_start":
      return t("It ends before it begins. Please look at both dates.");
    case "still_open":
      return t("Say when it ended, or tick “Not sure”.");
    case "too_many":
      return t("These are too many times for this page. Put some of them together.");
    default:
      return t("We could not read this. Please choose again.");
  }
}
