/** What there is to say about the language, once for each: that it is a draft, or that we have the phone's own. */
import { kept } from "../data/local";
import { language } from "../data/settings";
import { lazyPart } from "./lazy-part";

const Words = lazyPart(() => import("../features/me/screens").then((screens) => screens.LanguageNote));

const OTHER = /(^|,)(?!en\b)/;

/** Nothing, and nothing is fetched, for the many who read English on an English phone. */
export function LanguageLine() {
  const other = language.value !== "en" || (!kept("language") && OTHER.test(`${navigator.languages}`));
  return other ? <Words /> : null;
}
