/**
 * The marks around words that are still English among those of another language: the server puts them around content
 * (webapp/core/catalogues.py), and `t()` around words of the screens. Pure.
 */

const FROM = "\u2066\u2063";
const TO = "\u2063\u2069";
const MARK = /(\u2066\u2063|\u2063\u2069)/;

/** A piece of a text, and whether it is English among words of another language. */
export interface Part {
  text: string;
  english: boolean;
}

/** The text, marked as English. It reads from left to right wherever it stands. */
export const asEnglish = (text: string): string => FROM + text + TO;

export const isMarked = (text: string): boolean => text.includes(FROM);

/** The text without marks: for what is no part of a page, like a title, a letter or the words that a voice reads. */
export const unmarked = (text: string): string =>
  text
    .split(MARK)
    .filter((_, at) => at % 2 === 0)
    .join("");

/**
 * The pieces of a text in order. English within English is one piece, and so is a list of English words with nothing but
 * commas between them. A mark that is never closed reaches to the end.
 */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  for (const piece of text.split(MARK)) {
    if (piece === FROM) depth++;
    else if (piece === TO) depth = Math.max(0, depth - 1);
    else if (piece) add(parts, piece, depth > 0);
  }
  return parts;
}

function add(parts: Part[], text: string, english: boolean): void {
  const between = parts.at(-1);
  const before = parts.at(-2);
  if (english && between?.english) between.text += text;
  else if (english && before?.english && between && !/\p{L}/u.test(between.text)) {
    before.text += between.text + text;
    parts.pop();
  } else parts.push({ text, english });
}
