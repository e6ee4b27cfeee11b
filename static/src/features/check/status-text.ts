/** The words of a status, with the person's own figures filled in. Pure. */
import type { Bundle, StatusWords } from "../../data/types";
import { formatDate, inEnglish, t } from "../../i18n/index";
import type { StatusResult } from "./rules/types";

/** A phone may still hold a bundle from before it had these words. */
function wordsOf(bundle: Bundle): StatusWords {
  return bundle.status ?? { statuses: [], rules: [], flags: [] };
}

/** The plain name of a status; the code itself when the content does not know it. */
export function statusTitle(bundle: Bundle, status: string): string {
  return statusWords(bundle, status).title;
}

type StatusEntry = StatusWords["statuses"][number];

/** Title and summary of a status with their English, while no person has checked them. */
export function statusWords(
  bundle: Bundle,
  status: string,
): Pick<StatusEntry, "title" | "summary" | "english"> {
  const found = wordsOf(bundle).statuses.find(({ id }) => id === status);
  return found ?? { title: status, summary: "" };
}

/** The words above a status that say how sure it is. */
export function statusLead({ status }: StatusResult): string {
  return status === "unknown" ? t("From your answers") : t("You are probably");
}

type Rule = StatusWords["rules"][number];

/** The reason for a rule, as the content words it, and where it comes from. */
export function ruleOf(bundle: Bundle, rule: string): Rule | null {
  return wordsOf(bundle).rules.find(({ id }) => id === rule) ?? null;
}

/** What to look out for, in the words of the content. */
export function flagsOf(bundle: Bundle, ids: readonly string[]): StatusWords["flags"] {
  return wordsOf(bundle).flags.filter(({ id }) => ids.includes(id));
}

/** The reason for a rule with its English, filled. */
export function reasonInBoth(
  { because, english }: Rule,
  status: StatusResult,
): { text: string; english: string | undefined } {
  const before = english?.because;
  return { text: filled(because, status), english: before && inEnglish(() => filled(before, status)) };
}

/** Fills {age}, {days} and {date} of a reason. */
export function filled(template: string, { age, days, day_91 }: StatusResult): string {
  const values: Record<string, string> = {
    age: String(age),
    days: String(days),
    date: day_91 ? formatDate(day_91, "long") : "",
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
