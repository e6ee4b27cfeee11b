/** How long messages are kept after an account has ended, where the council has set a time. */
import { me } from "../../data/session";
import { tn } from "../../i18n/index";

const DAYS_OF_A_YEAR = 365.25;
/** A setting of so many times 365 days was meant as years. */
const NEAR_DAYS = 5;

/** Null: they are kept with the care record. */
export function keptWords(kept: Readonly<Record<string, number>> = me.value?.kept_days ?? {}): string | null {
  const days = Math.min(kept.messages ?? Number.POSITIVE_INFINITY, kept.all ?? Number.POSITIVE_INFINITY);
  if (days === Number.POSITIVE_INFINITY) return null;
  const years = Math.round(days / DAYS_OF_A_YEAR);
  return years > 0 && Math.abs(days - years * DAYS_OF_A_YEAR) <= NEAR_DAYS
    ? tn(
        "Messages are deleted {n} year after your account ends.",
        "Messages are deleted {n} years after your account ends.",
        years,
      )
    : tn(
        "Messages are deleted {n} day after your account ends.",
        "Messages are deleted {n} days after your account ends.",
        days,
      );
}

/** Something of the record goes before the care record does. */
export const someGoes = () => Object.keys(me.value?.kept_days ?? {}).length > 0;
