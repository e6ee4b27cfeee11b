/** From what a person typed to what is looked up: names first, then words, forgiving what was mistyped. Pure. */
import type { Query } from "minisearch";
import { type FoundName, findNames, longestNames } from "../../data/names";
import { wordsOf } from "../../data/plain-words";
import { type Index, meaningOf } from "./search-index";
import { STOP_WORDS } from "./stop-words";

// How many letters may be wrong, by the length of the word.
const ONE_WRONG = 4;
const TWO_WRONG = 7;
const MOST_SPELLINGS = 12;
// A name may also be how a longer word begins: that counts for little, and of short names it would be half the words there are.
const BEGINS = 0.05;
const LONG_NAME = 5;

export interface Asked {
  /** What must all be found. */
  parts: Query[];
  /** The one thing of the glossary that all of it names, if it does. */
  meant: string | null;
}

/** Reads what was typed; without parts there is nothing to look up. */
export function read(typed: string, index: Index): Asked {
  const words = wordsOf(typed).map((word) => word.plain);
  const spellings = words.map((word) => spellingsOf(word, index));
  const named = findNames(index.names, spellings);
  const longest = longestNames(named);
  const inName = (at: number) => longest.some(({ from, to }) => from <= at && at < to);
  const plain: Query[] = words.flatMap((word, at) =>
    inName(at) || (STOP_WORDS.has(word) && words.length > 1) ? [] : [wordQuery(spellings[at] ?? [word])],
  );
  const parts = [...longest.map((one) => nameQuery(one, named, words)), ...plain];
  const [first, second] = new Set(
    named.filter(({ from, to }) => to - from === words.length).map(({ id }) => id),
  );
  return { parts, meant: second === undefined ? (first ?? null) : null };
}

/** A name means all things that go by it; one of a single word may also begin a longer word. */
function nameQuery({ from, to }: FoundName, named: readonly FoundName[], words: readonly string[]): Query {
  const things = named.filter((other) => other.from === from && other.to === to);
  const meant: Query[] = [...new Set(things.map(({ id }) => id))].map(meaningOf);
  const [word] = words.slice(from, to);
  if (to - from === 1 && word && word.length >= LONG_NAME)
    meant.push({ queries: [word], prefix: true, boostTerm: () => BEGINS });
  return { combineWith: "OR", queries: meant };
}

function wordQuery(spellings: readonly string[]): Query {
  return { combineWith: "OR", queries: [...spellings], prefix: (term) => term.length > 1 };
}

/** The word itself when an entry has it, or has one that begins so; else the words that it may have been meant to be. */
function spellingsOf(word: string, { mini }: Index): string[] {
  if (STOP_WORDS.has(word) || mini.search(word, { prefix: true }).length > 0) return [word];
  const swapped = swaps(word).filter((one) => mini.search(one).length > 0);
  if (swapped.length > 0) return swapped;
  const near = mini.search(word, { fuzzy: mistakes(word) }).flatMap((result) => result.terms);
  const known = [...new Set(near)].slice(0, MOST_SPELLINGS);
  return known.length > 0 ? known : [word];
}

function mistakes(word: string): number {
  const { length } = [...word];
  if (length < ONE_WRONG) return 0;
  return length < TWO_WRONG ? 1 : 2;
}

/** Two letters in the wrong order are the commonest slip, and count as two mistakes otherwise. */
function swaps(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((_, at) => {
    const swapped = [...letters];
    [swapped[at], swapped[at + 1]] = [letters[at + 1] ?? "", letters[at] ?? ""];
    return swapped.join("");
  });
}
