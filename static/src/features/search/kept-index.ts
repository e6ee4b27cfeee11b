/** The index of the content on this phone, made when the search is first opened and again when the content changes. */
import type { Bundle } from "../../data/types";
import { shownLanguage } from "../../i18n/index";
import { buildIndex, type Index } from "./search-index";

let last: { bundle: Bundle; lang: string; index: Promise<Index> } | null = null;

export function indexOf(bundle: Bundle): Promise<Index> {
  const lang = shownLanguage();
  if (last?.bundle !== bundle || last.lang !== lang) last = { bundle, lang, index: buildIndex(bundle) };
  return last.index;
}
