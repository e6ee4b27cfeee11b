/** Values by the day on which they start: which one counts today, which came before, which comes next. */
import type { Dated } from "../data/types";

export interface Timeline<T> {
  now: Dated<T> | null;
  before: Dated<T> | null;
  next: Dated<T> | null;
}

/** Pure. `day` is an ISO date; ISO dates sort as text. */
export function timeline<T>(values: readonly Dated<T>[], day: string): Timeline<T> {
  const steps = [...values].sort((a, b) => (a.from < b.from ? -1 : 1));
  const past = steps.filter((step) => step.from <= day);
  return {
    now: past.at(-1) ?? null,
    before: past.at(-2) ?? null,
    next: steps.find((step) => step.from > day) ?? null,
  };
}

/** Today as an ISO date in the person's own time zone. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
