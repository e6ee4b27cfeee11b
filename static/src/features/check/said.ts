/** What was answered to a question, in a few words. Pure. */
import { formatDate, formatMoney, t, tn } from "../../i18n/index";
import type { Draft } from "./draft";
import type { StatusQuestion } from "./flow";
import { type MoreQuestion, moreOptions } from "./more-questions";
import { optionsOf, otherHomes, yesNo } from "./questions";
import { whenWords } from "./when";

export function saidWords(question: StatusQuestion, draft: Draft): string {
  const option = optionsOf(question)?.find((one) => one.value === draft[question]);
  return option ? option.words : formWords(question, draft);
}

/** The same for a question about how somebody lives, which may have been skipped. */
export function saidMore(question: MoreQuestion, draft: Draft): string {
  const said = draft[question];
  if (said === undefined || said === null) return said === null ? t("Skipped") : t("Not answered");
  if (typeof said === "number") return formatMoney(said * 100);
  return moreOptions(question)?.find((one) => one.value === said)?.words ?? "";
}

function formWords(question: StatusQuestion, draft: Draft): string {
  const { birthday, spells = [], home, other = [] } = draft;
  switch (question) {
    case "birthday":
      return birthday ? formatDate(birthday.dob, "long") : "";
    case "spells": {
      const [first] = spells;
      if (spells.length !== 1 || !first) return tn("{n} time", "{n} times", spells.length);
      return t("From {date}", { date: whenWords(first.start) });
    }
    case "home": {
      const went = yesNo().find((one) => one.value === home?.went)?.words ?? "";
      return home?.start ? t("Yes, from {date}", { date: whenWords(home.start) }) : went;
    }
    default: {
      const named = [...otherHomes(), { value: "not_sure", words: t("Not sure") }];
      const words = named.filter((one) => (other as string[]).includes(one.value)).map((one) => one.words);
      return words.length > 0 ? words.join("; ") : t("None of these");
    }
  }
}
