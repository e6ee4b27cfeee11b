/** A plain search of one list: every word typed must begin a word of the entry. Pure. */
import { wordsOf } from "../../data/plain-words";
import type { Entitlement } from "../../data/types";

export function matches(entry: Entitlement, typed: string): boolean {
  const text = wordsOf([entry.title, entry.summary, ...(entry.also_called ?? [])].join(" "));
  return wordsOf(typed).every((wanted) => text.some((word) => word.plain.startsWith(wanted.plain)));
}
