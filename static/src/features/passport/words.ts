/** Sentences about progress and sign-off, used on more than one screen. */
import type { ShownSignOff } from "../../data/views";
import { formatDate, t } from "../../i18n/index";
import { levelWords } from "../../ui/levels";
import type { Progress } from "./progress";

export function progressWords({ done, of, signedOff }: Progress, adviser: string | null): string {
  const part = t("{done} of {all}", { done, all: of });
  if (signedOff === 0) return part;
  return adviser
    ? t("{part} · {name} signed off {n}", { part, name: adviser, n: signedOff })
    : t("{part} · {n} signed off", { part, n: signedOff });
}

/** For a sign-off that stands. */
export function signOffWords({ by, at, level }: ShownSignOff): string {
  return t("Signed off by {name} on {date}: {level}", {
    name: by ?? "",
    date: at ? formatDate(at, "long") : "",
    level: levelWords(level),
  });
}
