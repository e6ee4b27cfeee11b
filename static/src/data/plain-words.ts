/** The words of a text as they are compared: without case, accents and the habits of one keyboard. Pure. */

export interface Word {
  plain: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}\u0640\u200c\u200d]+/gu;
// Accents and vowel marks, the stretching line of Arabic, what only joins or parts letters, and the marks of English.
const LEFT_OUT = /[\p{M}\u0640\u200c\u2063\u2066-\u2069]|\u200d/gu;
// Letters that people type for one another, and that NFKD keeps apart: Latin, then Arabic, Persian and Kurdish.
const SAME: Record<string, string> = {
  đ: "d",
  ı: "i",
  ł: "l",
  ø: "o",
  ى: "ي",
  ی: "ي",
  ێ: "ي",
  ک: "ك",
  ة: "ه",
  ە: "ه",
  ھ: "ه",
  ۆ: "و",
};
const TO_FOLD = new RegExp(`[${Object.keys(SAME).join("")}\u0660-\u0669\u06f0-\u06f9]`, "gu");

/** One word, or any text, in its plain form. */
export function plain(text: string): string {
  const bare = text.normalize("NFKD").replace(LEFT_OUT, "").toLowerCase();
  return bare.replace(TO_FOLD, (letter) => SAME[letter] ?? String(letter.charCodeAt(0) & 0xf));
}

/** All words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    plain: plain(match[0]),
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
  })).filter((word) => word.plain !== "");
}
