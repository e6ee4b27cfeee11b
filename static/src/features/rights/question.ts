/** The one question that a "maybe" turns on, in words. Pure. */
import type { Entitlement } from "../../data/types";
import { t } from "../../i18n/index";
import { type MoreQuestion, moreWords } from "../check/more-questions";
import type { EntitlementResult } from "../check/rules/types";
import { askText } from "./leaf-words";

/** In the content's key, the question of the check that answers it. */
export const QUESTIONS: Partial<Record<string, MoreQuestion>> = {
  in_education: "learning",
  full_time: "full_time",
  living: "living",
  immigration: "immigration",
  parent: "parent",
  pregnant: "pregnant",
  disabled_or_ill: "disabled_or_ill",
  on_uc: "on_uc",
  savings_max: "savings",
};

/** What a list says instead of the question where it has no page of its own; null when nothing is open. */
export function openQuestion(entry: Entitlement, { ask }: EntitlementResult): string | null {
  if (!ask) return null;
  if (ask.key === "ask") return askText(entry, String(ask.value));
  const question = QUESTIONS[ask.key];
  if (question) return moreWords(question).title;
  return ask.key === "status_any" ? t("It depends on your status.") : t("It depends on your council.");
}
