/** Cuts a text at the words that the glossary explains. Pure. */

import { findNames, longestNames, type Names, namesOf, shownNames } from "./names";
import { wordsOf } from "./plain-words";
import type { GlossaryEntry } from "./types";

export interface Glossary {
  entries: ReadonlyMap<string, GlossaryEntry>;
  names: Names;
}

/** A piece of a text; with `entry`, it is a word that can be explained. */
export interface Piece {
  text: string;
  entry?: GlossaryEntry;
}

// Within a name stand spaces, hyphens and apostrophes; a comma or a full stop parts two names.
const GAP = /^[\s\p{Pd}'’]{1,2}$/u;
const LETTERS_ONLY = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/u;

/** Gets a glossary ready. */
export function glossaryOf(entries: readonly GlossaryEntry[]): Glossary {
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    names: namesOf(entries.map(shownNames)),
  };
}

/** The pieces of a text, in order: the first mention of each word of the glossary is a piece of its own. */
export function pieces(text: string, glossary: Glossary): Piece[] {
  const found: Piece[] = [];
  const seen = new Set<string>();
  let done = 0;
  for (const { id, start, end } of mentions(text, glossary.names)) {
    const entry = glossary.entries.get(id);
    if (!entry || seen.has(id)) continue;
    seen.add(id);
    if (start > done) found.push({ text: text.slice(done, start) });
    found.push({ text: text.slice(start, end), entry });
    done = end;
  }
  if (done < text.length) found.push({ text: text.slice(done) });
  return found;
}

/** Where the names stand in a text. Letters like "PA" are only meant where they are written as letters. */
function mentions(text: string, names: Names): { id: string; start: number; end: number }[] {
  const words = wordsOf(text);
  const spellings = words.map((word) => [word.plain]);
  const apart = (at: number) => !GAP.test(text.slice(words[at - 1]?.end, words[at]?.start));
  const placed = findNames(names, spellings, apart).map((one) => ({
    ...one,
    start: words[one.from]?.start ?? 0,
    end: words[one.to - 1]?.end ?? 0,
  }));
  return longestNames(
    placed.filter(({ name, start, end }) => !LETTERS_ONLY.test(name) || text.slice(start, end) === name),
  );
}
