/** Sentences about sign-offs, as staff read them. */
import type { ShownSignOff } from "../../data/views";
import { formatDate, t } from "../../i18n/index";
import { levelWords } from "../../ui/levels";

/** Who signed what and when, or that it still waits on this device. */
export function signedWords({ by, at, level }: ShownSignOff): string {
  const words = levelWords(level);
  return by && at
    ? t("Signed off by {name} on {date}: {level}", { name: by, date: formatDate(at, "long"), level: words })
    : t("Signed off by you: {level}. It waits on this device and sends by itself.", { level: words });
}

/** Who took it back, when and why; empty for a sign-off that stands. */
export function takenBackWords({ withdrawn }: ShownSignOff): string {
  if (!withdrawn) return "";
  const { by, at, reason } = withdrawn;
  return by && at
    ? t("Taken back by {name} on {date}: {reason}", { name: by, date: formatDate(at, "long"), reason })
    : t("Taken back by you: {reason}. It waits on this device and sends by itself.", { reason });
}
