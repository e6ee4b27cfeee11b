/** Finds entries for what a person typed, best first. Pure. */
import type { SearchResult } from "minisearch";
import type { Document, Kind } from "./documents";
import { type Asked, read } from "./query";
import type { Index } from "./search-index";

export interface Group {
  kind: Kind;
  found: Document[];
}

export interface Found {
  count: number;
  /** The meaning, when all that was typed is one name. */
  meant: Document | null;
  /** The kind with the best entry first; words last, because they only explain. */
  groups: Group[];
  /** No entry has all that was typed: these have some of it. */
  some: boolean;
}

const NOTHING: Found = { count: 0, meant: null, groups: [], some: false };
// With fewer entries than this, those that have only some of the words may help.
const FEW = 3;
const MOST_OTHERS = 20;

export function find(typed: string, index: Index): Found {
  const asked = read(typed, index);
  if (asked.parts.length === 0) return NOTHING;
  const { results, some } = look(asked, index);
  const found = results.flatMap(({ id }) => index.documents.get(id) ?? []);
  const meant = asked.meant ? (index.documents.get(`word/${asked.meant}`) ?? null) : null;
  return { count: found.length, meant, groups: grouped(found.filter((one) => one !== meant)), some };
}

function look({ parts }: Asked, { mini }: Index): { results: SearchResult[]; some: boolean } {
  const all = mini.search({ combineWith: "AND", queries: parts });
  if (all.length >= FEW || parts.length === 1) return { results: all, some: false };
  const known = new Set(all.map(({ id }) => id));
  const others = mini.search({ combineWith: "OR", queries: parts }).filter(({ id }) => !known.has(id));
  return { results: [...all, ...others.slice(0, MOST_OTHERS)], some: all.length === 0 };
}

function grouped(found: readonly Document[]): Group[] {
  const groups = new Map<Kind, Document[]>();
  for (const one of found) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  const words = groups.get("word");
  // Set again, it stands last.
  if (words && groups.delete("word")) groups.set("word", words);
  return [...groups].map(([kind, found]) => ({ kind, found }));
}
