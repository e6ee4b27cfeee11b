/** The words and colour for what stands behind an entry: a law, guidance, a scheme or a promise. */
import type { Kind, Provenance } from "../../data/types";
import { t } from "../../i18n/index";
import type { TagLook } from "../../ui/tag";

export function kindWords(kind: Kind): string {
  switch (kind) {
    case "law_must":
      return t("The law says must");
    case "law_may":
      return t("The law says may");
    case "guidance":
      return t("Government guidance");
    case "national_scheme":
      return t("National scheme");
    case "council_choice":
      return t("Council choice");
    case "charity_or_business":
      return t("Charity or business");
    case "announced":
      return t("Announced, not started");
    case "enacted_not_commenced":
      return t("New law, not started yet");
  }
}

export function kindLook(kind: Kind): TagLook {
  switch (kind) {
    case "law_must":
    case "law_may":
    case "guidance":
      return "go";
    case "announced":
    case "enacted_not_commenced":
      return "wait";
    case "council_choice":
    case "national_scheme":
      return "calm";
    default:
      return "plain";
  }
}

/** What the kind means for the person, in a sentence or two. */
export function kindMeaning(kind: Kind): string {
  switch (kind) {
    case "law_must":
      return t("If this fits you, the law says you must get it.");
    case "law_may":
      return t("The law lets them give you this. They decide, and they should tell you why.");
    case "guidance":
      return t("The government tells councils to do this. They need a good reason not to.");
    case "national_scheme":
      return t("This is the same all over England. You may be able to get it.");
    case "council_choice":
      return t("Each council decides this for itself. You may be able to get it.");
    case "charity_or_business":
      return t("This is a gift or offer. You may be able to get it, but nobody must give it.");
    case "announced":
      return t("The government has said it will do this. As far as we know it has not started: ask.");
    case "enacted_not_commenced":
      return t("This is in a new law, but as far as we know that part has not started: ask.");
  }
}

export function confidenceWords(confidence: Provenance["confidence"]): string {
  switch (confidence) {
    case "high":
      return t("We are sure of this: it comes from the law or an official page.");
    case "medium":
      return t("We are fairly sure of this. Check the details before you count on it.");
    case "low":
      return t("We are not sure of this. Ask your PA or an advocate before you count on it.");
  }
}
