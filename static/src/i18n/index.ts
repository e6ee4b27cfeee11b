/**
 * The words on the screens. The English text is the key (gettext). Reading `t()` inside a component subscribes
 * it: a change of language draws it again.
 */
import { catalogue } from "./catalogue";
import { formatNumber } from "./format";

export { inEnglish, languageCodes, setLanguage, shownLanguage } from "./catalogue";
export { type DateStyle, formatDate, formatMoney, formatNumber } from "./format";
export { languageName } from "./names";

type Vars = Record<string, string | number>;

/** The text in the person's language; `{name}` is filled from vars. */
export function t(message: string, vars?: Vars): string {
  const found = catalogue()?.messages[message];
  return fill((Array.isArray(found) ? found[0] : found) || message, vars);
}

/** The text for a number of things; `{n}` is the number in the person's own way of writing it. */
export function tn(one: string, many: string, n: number, vars?: Vars): string {
  const words = catalogue();
  const found = words?.messages[one];
  const text = Array.isArray(found) ? found[pluralForm(words?.plural ?? "", n)] : found;
  return fill(text || (n === 1 ? one : many), { n: formatNumber(n), ...vars });
}

function fill(text: string, vars?: Vars): string {
  return vars ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(vars[name] ?? whole)) : text;
}

/** Pure: which plural form a number takes, from the digits that build.mjs worked out. */
export function pluralForm(table: string, n: number): number {
  const whole = Math.abs(Math.trunc(n));
  return Number(table[whole < 200 ? whole : 100 + (whole % 100)] ?? 0);
}
