/** Which of our languages the phone speaks, by what its browser asks for. Pure. */

// Dari is written like Persian; Kurdish in Arabic letters is most often Sorani.
const SAME: readonly [RegExp, string][] = [
  [/^prs\b/, "fa"],
  [/^ku-arab\b/, "ckb"],
  [/^(pbu|pst)\b/, "ps"],
];

/** The first of `asked` (like "fa-AF") that is among `ours` and is not English; null when there is none. */
export function phoneLanguage(asked: readonly string[] | undefined, ours: readonly string[]): string | null {
  for (const tag of asked ?? []) {
    const plain = tag.replaceAll("_", "-").toLowerCase();
    const code = SAME.find(([like]) => like.test(plain))?.[1] ?? plain.split("-")[0] ?? "";
    if (code !== "en" && ours.includes(code)) return code;
  }
  return null;
}
