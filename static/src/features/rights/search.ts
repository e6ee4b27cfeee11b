/** A plain search: every word typed must begin a word of the entry. Pure. */
import type { Entitlement } from "../../data/types";

export function matches(entry: Entitlement, typed: string): boolean {
  const text = words([entry.title, entry.summary, ...(entry.also_called ?? [])].join(" "));
  return words(typed).every((wanted) => text.some((word) => word.startsWith(wanted)));
}

function words(text: string): string[] {
  return text
    .toLocaleLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
