/** Words about files. */
import { t } from "../../i18n/index";

const KB = 1024;

/** How big a file is, as it is said on phones. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000 * KB) return t("{n} KB", { n: Math.max(1, Math.round(bytes / KB)) });
  return t("{n} MB", { n: (bytes / KB / KB).toFixed(1) });
}
