/** Finds the names of things in a text: "leaving care grant" is one name, wherever its words stand side by side. Pure. */

import { plain, wordsOf } from "./plain-words";
import type { GlossaryEntry } from "./types";

const ENDING = 3;

/** A thing, and all that it is called. */
export interface Named {
  id: string;
  names: readonly string[];
}

export interface FoundName {
  id: string;
  name: string;
  /** The place of its first word among the words of the text, and the place after its last. */
  from: number;
  to: number;
}

interface Parts {
  id: string;
  name: string;
  parts: string[];
}

export type Names = ReadonlyMap<string, readonly Parts[]>;

/** Gets names ready to be found: by their first word. */
export function namesOf(things: readonly Named[]): Names {
  const found = new Map<string, Parts[]>();
  for (const { id, names } of things) {
    for (const name of names) {
      const parts = wordsOf(name).map((word) => word.plain);
      const [first] = parts;
      if (first === undefined) continue;
      found.set(first, [...(found.get(first) ?? []), { id, name, parts }]);
    }
  }
  return found;
}

/**
 * All names in a row of words, also those that overlap. Each word may come in several spellings, for whoever mistyped it.
 * `apart` says that something stands between a word and the one before it, so that no name goes on there.
 */
export function findNames(
  names: Names,
  words: readonly (readonly string[])[],
  apart: (at: number) => boolean = () => false,
): FoundName[] {
  const found: FoundName[] = [];
  words.forEach((spellings, from) => {
    for (const { id, name, parts } of spellings.flatMap((spelling) => names.get(spelling) ?? [])) {
      const fits = parts.every(
        (part, at) => words[from + at]?.includes(part) && (at === 0 || !apart(from + at)),
      );
      if (fits) found.push({ id, name, from, to: from + parts.length });
    }
  });
  return found;
}

/** The longest names, none of which overlaps another; of the same words, the first named. */
export function longestNames<Found extends FoundName>(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (kept.every((other) => one.to <= other.from || one.from >= other.to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

/** The other names of a word that are worth saying: not the same again with another ending. */
export function otherNames({ term, also = [] }: GlossaryEntry): string[] {
  const said = partsOfName(term);
  const own = said.length;
  for (const name of also) if (!said.some((other) => differByEnding(other, name))) said.push(name);
  return said.slice(own);
}

function differByEnding(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  const root = Math.max(4, Math.min(a.length, b.length) - ENDING);
  return Math.abs(a.length - b.length) <= ENDING && a.slice(0, root) === b.slice(0, root);
}

const BRACKET = /^(.+?)\s*[(（](.+)[)）]\s*$/u;

/** A name, and of one with brackets, like "خطة المسار (pathway plan)", what stands before them and in them. */
export function partsOfName(name: string): string[] {
  const [, before, inside] = BRACKET.exec(name) ?? [];
  return before && inside ? [name, before, inside] : [name];
}

/** What a word of the glossary is called on screens. */
export function shownNames({ id, term, also }: GlossaryEntry): Named {
  return { id, names: [term, ...(also ?? [])].flatMap(partsOfName) };
}
