/** What the app itself said in a conversation, as a manager reads it. */
import type { MessageLineRow } from "../../data/messages-types";
import { t } from "../../i18n/index";

export function lineWords({ kind, name }: MessageLineRow): string {
  switch (kind) {
    case "away":
      return name
        ? t("The PA is away. {name} covers.", { name })
        : t("The PA is away. The duty team covers.");
    case "back":
      return name ? t("{name} is back.", { name }) : t("The PA is back.");
    case "passed_on":
      return name
        ? t("Nobody had read it, so it was passed on to {name}.", { name })
        : t("Nobody had read it, so it was passed on to the duty team.");
    case "told_manager":
      return t("Nobody had read it, so a manager was told.");
    case "handed_over":
      return name
        ? t("{name} is the PA from here on.", { name })
        : t("No PA from here on: the duty team reads.");
    default:
      return t("A message was taken back.");
  }
}
