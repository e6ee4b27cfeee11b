/**
 * The English beside words that no person has checked: where a wrong word could cost somebody help, they can show it to
 * somebody who reads English.
 */
import { inEnglish, isDraft, unmarked } from "../i18n/index";

export function Beside({ english }: { english: string | undefined }) {
  if (!english) return null;
  return (
    <span class="beside" lang="en" dir="ltr">
      {english}
    </span>
  );
}

/** The English of words of the screens, while they are a draft; nothing where they are English already. */
export function englishOf(make: () => string | undefined): string | undefined {
  if (!isDraft()) return undefined;
  const english = inEnglish(make);
  return english === unmarked(make() ?? "") ? undefined : english;
}
