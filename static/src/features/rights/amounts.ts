/** Figures in words, and which of them stands on a list. Pure. */
import type { Amount, Entitlement } from "../../data/types";
import { formatMoney, t, tn } from "../../i18n/index";
import { timeline } from "../../ui/dated";
import type { EntitlementResult } from "../check/rules/types";

export type Figure = number | string;

/** The figure alone, like "£3,000", "100%" or "6 weeks". */
export function figureWords(amount: Amount, value: Figure): string {
  if (typeof value === "string") return value;
  switch (amount.unit) {
    case "pence":
      return isFree(amount, value) ? t("free") : formatMoney(value);
    case "percent":
      return `${value}%`;
    case "days":
      return tn("{n} day", "{n} days", value);
    case "weeks":
      return tn("{n} week", "{n} weeks", value);
    case "months":
      return tn("{n} month", "{n} months", value);
    case "text":
      return String(value);
  }
}

/** A price of nothing is free; nothing a month is money that does not come. */
export function isFree({ unit, per }: Pick<Amount, "unit" | "per">, value: Figure): boolean {
  return unit === "pence" && value === 0 && (per === null || per === undefined || per === "once");
}

/** The words before the figure that say how firm it is; empty when it is exact. */
export function boundWords(bound: Amount["bound"]): string {
  switch (bound) {
    case "at_least":
      return t("at least");
    case "up_to":
      return t("up to");
    case "about":
      return t("about");
    default:
      return "";
  }
}

/** England's figure, for where a council says another. */
export function englandWords({ kind }: Entitlement, amount: Amount, value: Figure): string {
  const figure = [boundWords(amount.bound), figureWords(amount, value)].filter(Boolean).join(" ");
  return kind === "guidance"
    ? t("Government guidance says {figure}.", { figure })
    : t("For England as a whole it is {figure}.", { figure });
}

/** The words after the figure that say how often. */
export function perWords(per: Amount["per"]): string {
  switch (per) {
    case "once":
      return t("once");
    case "hour":
      return t("an hour");
    case "day":
      return t("a day");
    case "week":
      return t("a week");
    case "month":
      return t("a month");
    case "year":
      return t("a year");
    default:
      return "";
  }
}

/** A list about money shows money and shares; days and words need the sentence that goes with them. */
const HEADLINE_UNITS: readonly string[] = ["pence", "percent"];

const isHeadline = (amount: Amount, value: Figure) =>
  HEADLINE_UNITS.includes(amount.unit) && (value !== 0 || isFree(amount, value));

/** The figure that stands on a list: the first amount of money, or share of it, with a value today. */
export function headline(amounts: readonly Amount[], day: string): { amount: Amount; value: Figure } | null {
  for (const amount of amounts) {
    const value = timeline(amount.values, day).now?.value;
    if (value !== undefined && value !== null && isHeadline(amount, value)) return { amount, value };
  }
  return null;
}

/** The figure of a result that stands on a list: the first that is sure, else the first that may be. */
export function headlineOf(
  { amounts = [] }: Entitlement,
  result: EntitlementResult,
): { amount: Amount; value: Figure } | null {
  const shown = result.amounts.flatMap((one) => {
    const amount = amounts.find(({ id }) => id === one.id);
    return amount && isHeadline(amount, one.value) ? [{ amount, value: one.value, state: one.state }] : [];
  });
  const best = shown.find(({ state }) => state === "yes") ?? shown[0];
  return best ? { amount: best.amount, value: best.value } : null;
}
