/** What a person sets for this phone: language, size of text, colours. Not personal data, so in localStorage. */
import { effect, type Signal, signal } from "@preact/signals";
import { setLanguage } from "../i18n";
import { keep, kept } from "./local";

export type TextSize = "100" | "125" | "150" | "200";
export type Theme = "auto" | "light" | "dark";

const SIZES: readonly TextSize[] = ["100", "125", "150", "200"];
const THEMES: readonly Theme[] = ["auto", "light", "dark"];

function oneOf<T extends string>(allowed: readonly T[], value: string | null, otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise;
}

export const language: Signal<string> = signal(kept("language") ?? "en");
export const textSize: Signal<TextSize> = signal(oneOf(SIZES, kept("text-size"), "100"));
export const theme: Signal<Theme> = signal(oneOf(THEMES, kept("theme"), "auto"));

/**
 * Applies the settings to `<html>` (`data-text`, `data-theme`, `lang`, `dir`) and keeps them. Call it once,
 * before the first screen is drawn.
 */
export function startSettings(): void {
  const html = document.documentElement;
  effect(() => {
    html.dataset.text = textSize.value;
    keep("text-size", textSize.value);
  });
  effect(() => {
    html.dataset.theme = theme.value;
    keep("theme", theme.value);
  });
  effect(() => {
    void setLanguage(language.value);
  });
}

/** Picks a language for this phone. Until somebody does it is English, and the phone's own may be offered. */
export function chooseLanguage(code: string): void {
  keep("language", code);
  language.value = code;
}
