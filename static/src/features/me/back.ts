/** The way back that every screen below Me has. */
import { t } from "../../i18n/index";

export function backToMe(): { href: string; words: string } {
  return { href: "/me", words: t("Me") };
}
