/** The catalogue of the language on the screen, loaded when a person picks it. English needs none. */
import { signal } from "@preact/signals";

/** What build.mjs makes of a language's messages.po, and of the names of months and days beside it. */
export interface Catalogue {
  lang: string;
  dir: "ltr" | "rtl";
  /** Which plural form a number takes: one digit for each of 0 to 199; then the last hundred repeats. */
  plural: string;
  messages: Record<string, string | string[]>;
  dates?: DateNames;
  /** No person has checked these words; else who did, and when (an ISO date). */
  draft?: true;
  checked?: Checked;
}

export interface Checked {
  by: string;
  on: string;
}

/** Month and day names, always of the Gregorian calendar; weekdays start with Monday. */
export interface DateNames {
  months: string[];
  months_short: string[];
  weekdays: string[];
}

/** File names of the catalogues by language, put in by build.mjs. */
declare const LANGUAGES: Record<string, string>;
/** Who has checked a language, by language; the others are drafts. */
declare const CHECKED: Record<string, Checked>;

const loaded = signal<Catalogue | null>(null);
let english = false;

/** The catalogue that counts now; none for English. Reading it in a component subscribes that. */
export const catalogue = (): Catalogue | null => (english ? null : loaded.value);

/** Makes words in English whatever the language of the screen: for what somebody else will read. */
export function inEnglish<T>(make: () => T): T {
  english = true;
  try {
    return make();
  } finally {
    english = false;
  }
}

/** The languages that this build has, English first. */
export const languageCodes = (): string[] => ["en", ...Object.keys(LANGUAGES)];

/** Who has checked the words of a language; null for a draft. */
export const checkedBy = (lang: string): Checked | null => CHECKED[lang] ?? null;

/** The language on the screen now. Differs from the setting while its catalogue is loading or missing. */
export const shownLanguage = (): string => catalogue()?.lang ?? "en";

/** True while no person has checked the words on the screen. */
export const isDraft = (): boolean => catalogue()?.draft === true;

/** Shows the words of a catalogue from now on; null: English. */
export function putCatalogue(next: Catalogue | null): void {
  loaded.value = next;
}

let wanted = "en";

/**
 * Loads a language and shows it, with its direction. Gives false, and leaves the words as they are, when its
 * catalogue is missing or cannot be had now; it is asked for again at the next start.
 */
export async function setLanguage(lang: string): Promise<boolean> {
  wanted = lang;
  const file = LANGUAGES[lang];
  let next: Catalogue | null = null;
  if (file) {
    try {
      const response = await fetch(`/static/dist/${file}`);
      if (!response.ok) return false;
      next = (await response.json()) as Catalogue;
    } catch {
      return false;
    }
  }
  if (wanted !== lang) return false;
  putCatalogue(next);
  document.documentElement.lang = next?.lang ?? "en";
  document.documentElement.dir = next?.dir ?? "ltr";
  return (next?.lang ?? "en") === lang;
}
