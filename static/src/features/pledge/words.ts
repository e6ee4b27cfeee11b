/** The words for answers and for seasons. */
import { partsOf } from "../../data/season";
import type { PledgeAnswer } from "../../data/types";
import { t } from "../../i18n/index";

export function answerWords(answer: PledgeAnswer): string {
  switch (answer) {
    case "kept":
      return t("Kept");
    case "partly":
      return t("Partly");
    case "not_kept":
      return t("Not kept");
    case "cannot_say":
      return t("Can’t say");
  }
}

/** A season by its months: "October to December 2026". */
export function seasonWords(season: string): string {
  const { year, quarter } = partsOf(season);
  switch (quarter) {
    case 1:
      return t("January to March {year}", { year });
    case 2:
      return t("April to June {year}", { year });
    case 3:
      return t("July to September {year}", { year });
    default:
      return t("October to December {year}", { year });
  }
}
