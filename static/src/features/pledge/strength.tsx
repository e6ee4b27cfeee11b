/** Whether a promise is a must, as a small word. */
import type { Promise_ } from "../../data/types";
import { t } from "../../i18n/index";
import { Tag } from "../../ui/tag";

export function Strength({ strength }: Pick<Promise_, "strength">) {
  const must = strength === "must";
  return <Tag look={must ? "go" : "calm"}>{must ? t("Must have") : t("Good to have")}</Tag>;
}
