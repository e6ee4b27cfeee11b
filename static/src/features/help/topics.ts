/** What help lines are for, in the order of the screen. */
import { t } from "../../i18n/index";

export function topics(): { id: string; words: string }[] {
  return [
    { id: "danger", words: t("In danger") },
    { id: "mind", words: t("Feeling very low") },
    { id: "abuse", words: t("Someone is hurting or using you") },
    { id: "home", words: t("Home") },
    { id: "money", words: t("Money") },
    { id: "rights", words: t("Your rights and someone on your side") },
    { id: "health", words: t("Health") },
    { id: "drugs", words: t("Drink and drugs") },
    { id: "asylum", words: t("Asylum and papers to stay") },
    { id: "council", words: t("Council") },
  ];
}
