/**
 * The words on the screens. The English text is the key (gettext). Reading `t()` inside a component subscribes
 * it: a change of language draws it again.
 */
import { catalogue } from "./catalogue";
import { formatNumber } from "./format";
import { asEnglish } from "./marks";

export { checkedBy, inEnglish, isDraft, languageCodes, setLanguage, shownLanguage } from "./catalogue";
export { type DateStyle, formatDate, formatMoney, formatNumber } from "./format";
export { unmarked } from "./marks";
export { languageName } from "./names";

type Vars = Record<string, string | number>;

/** The text in the person's language; `{name}` is filled from vars. English, and marked so, where it has no such text. */
export function t(message: string, vars?: Vars): string {
  const found = catalogue()?.messages[message];
  return said(Array.isArray(found) ? found[0] : found, message, vars);
}

/** The text for a number of things; `{n}` is the number in the person's own way of writing it. */
export function tn(one: string, many: string, n: number, vars?: Vars): string {
  const words = catalogue();
  const found = words?.messages[one];
  const text = Array.isArray(found) ? found[pluralForm(words?.plural ?? "", n)] : found;
  return said(text, n === 1 ? one : many, { n: formatNumber(n), ...vars });
}

function said(found: string | undefined, english: string, vars: Vars | undefined): string {
  const text = fill(found || english, vars);
  return found || !catalogue() ? text : asEnglish(text);
}

// Names and figures keep their own order among words that are read from right to left, and leave that of the words alone.
const HOLE = /([\u2066-\u2068]?)\{(\w+)\}/g;
const ISOLATED = /^[\u2066-\u2068]/;

function fill(text: string, vars: Vars = {}): string {
  const apart = catalogue()?.dir === "rtl";
  return text.replace(HOLE, (whole, before: string, name: string) => {
    const value = vars[name];
    if (value === undefined) return whole;
    const alone = !apart || before || ISOLATED.test(String(value));
    return before + (alone ? value : `\u2068${value}\u2069`);
  });
}

/** Pure: which plural form a number takes, from the digits that build.mjs worked out. */
export function pluralForm(table: string, n: number): number {
  const whole = Math.abs(Math.trunc(n));
  return Number(table[whole < 200 ? whole : 100 + (whole % 100)] ?? 0);
}
