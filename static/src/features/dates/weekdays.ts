/** The days of the week, Monday first: in full, and as short as fits above a column. */
import { catalogue } from "../../i18n/catalogue";
import { shownLanguage } from "../../i18n/index";

export interface WeekdayName {
  long: string;
  short: string;
}

const A_MONDAY = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;
const SHORT = 2;

/** Browsers know the names of some of our languages badly: the catalogue's count, and the browser only shortens its own. */
export function weekdayNames(): WeekdayName[] {
  const known = catalogue()?.dates?.weekdays;
  const lang = shownLanguage();
  return Array.from({ length: 7 }, (_, at) => {
    const inBrowser = named(at, lang, "long");
    const long = known?.[at] ?? inBrowser;
    if (long !== inBrowser) return { long, short: [...long].slice(0, SHORT).join("") };
    return { long, short: named(at, lang, lang === "en" ? "short" : "narrow") };
  });
}

function named(at: number, lang: string, weekday: "long" | "short" | "narrow"): string {
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { weekday, timeZone: "UTC" });
  return format.format(new Date(A_MONDAY + at * DAY_MS));
}
