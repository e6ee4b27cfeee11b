/**
 * The index of one council's content: which entries hold a word, or another name for what the word means. Made in small
 * slices, so that the screen answers while it is made.
 */
import MiniSearch from "minisearch";
import { findNames, type Names, namesOf, shownNames } from "../../data/names";
import { wordsOf } from "../../data/plain-words";
import type { Bundle } from "../../data/types";
import { type Document, documentsOf } from "./documents";
import { STOP_WORDS } from "./stop-words";

export interface Index {
  documents: ReadonlyMap<string, Document>;
  mini: MiniSearch<Document>;
  /** All names of the things in the glossary, also those that only people who search use. */
  names: Names;
}

// A processor four times slower than the one this was written on stays well under a frame's worth of jank (50 ms).
const SLICE_MS = 6;
const SEPARATOR = /^[\s\p{Pd}'’]+$/u;
const FIELDS = { title: 5, also: 5, summary: 2, body: 1 };
/** The term that stands for a thing by any of its names. No word starts like this, or is one or two letters from it. */
export const meaningOf = (id: string): string => `\u0001\u0001\u0001${id}`;

/** Makes the index. `pause` hands the processor back between two slices. */
export async function buildIndex(bundle: Bundle, pause: () => Promise<void> = nextTask): Promise<Index> {
  const glossary = bundle.glossary ?? [];
  const names = namesOf(
    glossary.map((entry) => ({
      id: entry.id,
      names: [...shownNames(entry).names, ...(entry.typed ?? [])],
    })),
  );
  const mini = emptyIndex(names);
  const documents = documentsOf(bundle);
  let began = performance.now();
  for (const one of documents) {
    mini.add(one);
    if (performance.now() - began < SLICE_MS) continue;
    await pause();
    began = performance.now();
  }
  return { documents: new Map(documents.map((one) => [one.id, one])), mini, names };
}

function emptyIndex(names: Names): MiniSearch<Document> {
  return new MiniSearch<Document>({
    fields: Object.keys(FIELDS),
    storeFields: ["weight"],
    tokenize: (text) => termsOf(text, names),
    processTerm: (term) => (STOP_WORDS.has(term) ? null : term),
    searchOptions: {
      // Queries are made of terms, word by word, in query.ts.
      tokenize: (term) => [term],
      processTerm: (term) => term,
      boost: FIELDS,
      // A right with many names must not lose to an entry with one: the length of a field counts for little.
      bm25: { k: 1.2, b: 0.2, d: 0.5 },
      boostDocument: (_id, _term, stored) => Number(stored?.weight ?? 1),
    },
  });
}

/** The words of a text in their plain form, and what the names in it mean. */
function termsOf(text: string, names: Names): string[] {
  const words = wordsOf(text);
  const apart = (at: number) => !SEPARATOR.test(text.slice(words[at - 1]?.end, words[at]?.start));
  const found = findNames(
    names,
    words.map((word) => [word.plain]),
    apart,
  );
  return [...words.map((word) => word.plain), ...new Set(found.map((name) => meaningOf(name.id)))];
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
