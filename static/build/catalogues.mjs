/** translations/<lang>/LC_MESSAGES/messages.po → dist/lang/<lang>-<hash>.json, the form that src/i18n reads. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { po } from "gettext-parser";
import { hashOf } from "./hash.mjs";

const RIGHT_TO_LEFT = new Set(["ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur"]);

/** Writes every catalogue; gives the file name by language. English is in the code itself. */
export function writeCatalogues(translations, dist) {
  /** @type {Record<string, string>} */
  const files = {};
  if (!existsSync(translations)) return files;
  mkdirSync(join(dist, "lang"), { recursive: true });
  for (const lang of readdirSync(translations).sort()) {
    const source = sourceOf(translations, lang);
    if (lang === "en" || !existsSync(source)) continue;
    const text = JSON.stringify(catalogue(lang, readFileSync(source), datesOf(join(translations, lang))));
    files[lang] = `lang/${lang}-${hashOf(text)}.json`;
    writeFileSync(join(dist, files[lang]), text);
  }
  return files;
}

/** Who has checked the screens of each language and when; what is missing is a draft. */
export function readChecked(translations, languages) {
  const stateIn = (lang) => stateOf(po.parse(readFileSync(sourceOf(translations, lang)))).checked;
  return Object.fromEntries(Object.keys(languages).map((lang) => [lang, stateIn(lang)]));
}

const sourceOf = (translations, lang) => join(translations, lang, "LC_MESSAGES", "messages.po");

/** Month and day names from `dates.json` beside the catalogue; browsers know some of our languages badly. */
function datesOf(folder) {
  const source = join(folder, "dates.json");
  return existsSync(source) ? JSON.parse(readFileSync(source, "utf8")) : undefined;
}

/** The catalogue of one language. Fuzzy and empty translations are left out: English shows instead. */
export function catalogue(lang, source, dates) {
  const parsed = po.parse(source);
  const messages = {};
  for (const entry of Object.values(parsed.translations[""] ?? {})) {
    const done = entry.msgstr.every((text) => text !== "") && !entry.comments?.flag?.includes("fuzzy");
    if (entry.msgid === "" || !done) continue;
    messages[entry.msgid] = entry.msgid_plural ? entry.msgstr : entry.msgstr[0];
  }
  const dir = RIGHT_TO_LEFT.has(lang.split(/[-_]/)[0]) ? "rtl" : "ltr";
  return {
    lang: lang.replace("_", "-"),
    dir,
    plural: pluralTable(parsed.headers["Plural-Forms"] ?? ""),
    messages,
    dates,
    ...stateOf(parsed),
  };
}

const CHECKED = /^State: checked by (?<by>.+), (?<on>\d{4}-\d\d-\d\d)\.?$/m;

/** Who has checked the words and when, by the head of the catalogue; whatever else stands there, it is a draft. */
function stateOf({ translations }) {
  const found = CHECKED.exec(translations[""]?.[""]?.comments?.translator ?? "")?.groups;
  return found ? { checked: { by: found.by, on: found.on } } : { draft: true };
}

/** The plural rule worked out for 0 to 199, because the page may run no code from a text (CSP). */
export function pluralTable(header) {
  const rule = /plural\s*=\s*([^;]+)/.exec(header)?.[1] ?? "n != 1";
  if (!/^[n\d\s?:()<>=!&|%]+$/.test(rule)) throw new Error(`Plural-Forms cannot be read: ${header}`);
  const form = new Function("n", `return Number(${rule})`);
  return Array.from({ length: 200 }, (_, n) => form(n)).join("");
}
