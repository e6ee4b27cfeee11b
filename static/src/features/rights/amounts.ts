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
      return value === 0 ? t("free") : formatMoney(value);
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

/** The figure that stands on a list: the first amount of money, or share of it, with a value today. */
export function headline(amounts: readonly Amount[], day: string): { amount: Amount; value: Figure } | null {
  for (const amount of amounts.filter(({ unit }) => HEADLINE_UNITS.includes(unit))) {
    const value = timeline(amount.values, day).now?.value;
    if (value !== undefined && value !== null) return { amount, value };
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
    return amount && HEADLINE_UNITS.includes(amount.unit)
      ? [{ amount, value: one.value, state: one.state }]
      : [];
  });
  const best = shown.find(({ state }) => state === "yes") ?? shown[0];
  return best ? { amount: best.amount, value: best.value } : null;
}
