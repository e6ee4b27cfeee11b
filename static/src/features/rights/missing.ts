/** Money that somebody may be missing. Pure. */
import { isOpen, type ShownRequest } from "../../data/asks-view";
import { t, tn } from "../../i18n/index";
import type { Missing } from "../check/rules/types";

/** The money of the results, without what has come: once the person says that they got it, it is not missing. */
export function missingOf(
  { result }: { result: { missing: Missing[] } },
  requests: readonly Pick<ShownRequest, "entitlement" | "state">[],
): Missing[] {
  const got = requests.filter(({ state }) => state === "done").map(({ entitlement }) => entitlement);
  return result.missing.filter(({ id }) => !got.includes(id));
}

/** How many of these things have not been asked for yet; a refusal does not count as asked. */
export function leftToAsk(
  missing: readonly Missing[],
  requests: readonly Pick<ShownRequest, "entitlement" | "state">[],
): number {
  const asked = requests.filter(({ state }) => isOpen(state) || state === "agreed");
  const ids = new Set(missing.map(({ id }) => id));
  return [...ids].filter((id) => !asked.some(({ entitlement }) => entitlement === id)).length;
}

/** The words for that. */
export function leftWords(count: number): string {
  return count === 0 ? t("All asked for") : tn("{n} thing to ask for", "{n} things to ask for", count);
}

/** In pence: what is paid once, and what is paid each year. */
export function sumsOf(missing: readonly Missing[]): { once: number; yearly: number } {
  const sum = (per: Missing["per"]) =>
    missing.filter((one) => one.per === per).reduce((all, one) => all + one.value, 0);
  return { once: sum("once"), yearly: sum("year") };
}
