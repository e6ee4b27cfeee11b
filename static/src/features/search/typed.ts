/** What was typed last, for whoever comes back from an entry. Only in memory, and only for the same person. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { me } from "../../data/session";

const last = signal<{ by: string | null; words: string }>({ by: null, words: "" });
const who = (): string | null => me.value?.account.id ?? null;

export const typed: ReadonlySignal<string> = computed(() =>
  last.value.by === who() ? last.value.words : "",
);

export function type(words: string): void {
  last.value = { by: who(), words };
}
