/**
 * The English beside words that no person has checked: where a wrong word could cost somebody help, they can show it to
 * somebody who reads English.
 */
import { inEnglish, isDraft } from "../i18n/index";

interface BothProps {
  text: string;
  /** Missing where the words are checked, or are English themselves. */
  english: string | undefined;
}

// A name that is the same in both languages stands once, whatever signs of direction are around it.
const SIGNS = /[\u200e\u200f\u2063\u2066-\u2069]/g;

export function Both({ text, english }: BothProps) {
  return (
    <>
      {text}
      {english && english !== text.replace(SIGNS, "") && (
        <span class="beside" lang="en" dir="ltr">
          {english}
        </span>
      )}
    </>
  );
}

/** Words of the screens, with their English while they are a draft. */
export function inBoth(make: () => string): BothProps {
  return { text: make(), english: englishOf(make) };
}

/** Anything made of words of the screens, in English, while these are a draft. */
export function englishOf<T>(make: () => T): T | undefined {
  return isDraft() ? inEnglish(make) : undefined;
}
