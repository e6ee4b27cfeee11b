/** The words for a young person's dates as their adviser reads them. */
import { OWN, type ShownDate } from "../../data/dates-view";
import type { Review } from "../../data/types";
import { t, tn } from "../../i18n/index";
import { basisOf } from "../dates/rules";
import type { Late } from "./dates-rules";

/** "12 days over the limit". */
export function overWords({ days }: Pick<Late, "days">): string {
  return tn("{n} day over the limit", "{n} days over the limit", days);
}

/** What a review rests on, for staff: law, guidance, or law only where the council provides the home. */
export function staffBasis({ kind }: Review): string {
  switch (basisOf(kind, null)) {
    case "law":
      return t("This is the law.");
    case "guidance":
      return t("This is government guidance.");
    case "law_in_council_home":
      return t("It is the law in a home that the council provides. In any other home it is guidance.");
    case "good_practice":
      return t("This is good practice. No rule sets it.");
    case "app_reminder":
      return t("This is only a reminder. No rule sets it.");
    case "our_suggestion":
      return t("This is only our idea. No rule sets it.");
  }
}

/** Whose date it is, when it is not a review. */
export function ownWords(date: ShownDate): string | null {
  return date.kind === OWN ? t("Their own date, shared with you") : null;
}
