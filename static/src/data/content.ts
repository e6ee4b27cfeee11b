/**
 * The content of a council, kept on the phone. It shows what it has at once, and updates itself when there is
 * a connection. Nothing personal is in it, so a cache shared by all accounts is right.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { keep, kept } from "./local";
import { me, sessionKnown } from "./session";
import { language } from "./settings";
import type { Bundle, CouncilSummary } from "./types";

const CACHE = "content-v1";
const LIST = "/api/v1/councils";
const CHOSEN = "council";
const BASE = "england";

const found = signal<CouncilSummary[]>([]);
const chosen = signal<string | null>(kept(CHOSEN));
const mine = signal<Bundle | null>(null);
const home = signal<Bundle | null>(null);
const english = signal<Bundle | null>(null);
const state = signal<"loading" | "ready" | "failed">("loading");

export const councils: ReadonlySignal<CouncilSummary[]> = found;

/** The council that the person picked, or that looks after them; null before they picked one. */
export const chosenCouncil: ReadonlySignal<string | null> = computed(
  () => me.value?.account.council ?? chosen.value,
);

/** The content to show: of the chosen council, or of England as a whole before one is chosen. */
export const bundle: ReadonlySignal<Bundle | null> = mine;

/** The content of the council the person lives in, when that is another one; else null. */
export const homeBundle: ReadonlySignal<Bundle | null> = home;

/** The chosen council's content in English: for what somebody else will read, like a letter. Null until it is here. */
export const englishBundle: ReadonlySignal<Bundle | null> = computed(() =>
  mine.value?.lang === "en" ? mine.value : english.value,
);

export const contentState: ReadonlySignal<"loading" | "ready" | "failed"> = state;

/** Picks a council for this phone. The council of a signed-in person goes before it. */
export function chooseCouncil(slug: string): void {
  keep(CHOSEN, slug);
  chosen.value = slug;
}

let turn = 0;

/** Keeps the content in step with council and language. Call it once; loads again when the connection returns. */
export function startContent(): void {
  effect(() => {
    if (!sessionKnown.value) return;
    void load(chosenCouncil.value, me.value?.account.home_council ?? null, language.value);
  });
  addEventListener("online", () => void reloadContent());
}

/** Looks for newer content now. */
export function reloadContent(): Promise<void> {
  return load(chosenCouncil.peek(), me.peek()?.account.home_council ?? null, language.peek());
}

async function load(council: string | null, homeCouncil: string | null, lang: string): Promise<void> {
  const now = ++turn;
  const current = () => now === turn;
  if (!mine.peek()) state.value = "loading";
  const keptList = await readKept<{ councils: CouncilSummary[] }>(LIST);
  if (keptList && current()) await show(keptList.councils, council, homeCouncil, lang, current, readKept);
  const list = await fetchFresh<{ councils: CouncilSummary[] }>(LIST);
  if (list && current()) await show(list.councils, council, homeCouncil, lang, current, fetchOnce);
  if (current()) state.value = mine.peek() ? "ready" : "failed";
  if (list && current()) await tidy(list.councils);
}

type Read = <T>(address: string) => Promise<T | null>;

async function show(
  list: CouncilSummary[],
  council: string | null,
  homeCouncil: string | null,
  lang: string,
  current: () => boolean,
  read: Read,
): Promise<void> {
  if (found.peek().length === 0 || read !== readKept) found.value = list;
  const own = await readBundle(list, council ?? BASE, lang, read);
  const other =
    homeCouncil && homeCouncil !== council ? await readBundle(list, homeCouncil, lang, read) : null;
  if (!current()) return;
  if (own && own.hash + own.lang !== (mine.peek()?.hash ?? "") + (mine.peek()?.lang ?? "")) mine.value = own;
  home.value = other;
  if (own) state.value = "ready";
  // Last, so that it keeps nobody waiting.
  const inEnglish = own && own.lang !== "en" ? await readBundle(list, council ?? BASE, "en", read) : null;
  if (current()) english.value = inEnglish;
}

/** Pure: where the bundle of a council is; English when it has none in the language. */
export function bundleAddress(list: CouncilSummary[], slug: string, lang: string): string | null {
  const entry = list.find((one) => one.slug === slug) ?? list.find((one) => one.slug === BASE) ?? list[0];
  return entry?.bundles[lang] ?? entry?.bundles.en ?? null;
}

async function readBundle(
  list: CouncilSummary[],
  slug: string,
  lang: string,
  read: Read,
): Promise<Bundle | null> {
  const address = bundleAddress(list, slug, lang);
  return address === null ? null : read<Bundle>(address);
}

/** Caches are missing on plain http and in some private windows: then nothing is kept. */
async function cache(): Promise<Cache | null> {
  return "caches" in globalThis ? caches.open(CACHE).catch(() => null) : null;
}

async function readKept<T>(address: string): Promise<T | null> {
  const hit = await (await cache())?.match(address);
  return hit ? ((await hit.json()) as T) : null;
}

/** A bundle's address carries its hash: once kept, it never has to be fetched again. */
async function fetchOnce<T>(address: string): Promise<T | null> {
  return (await readKept<T>(address)) ?? fetchFresh<T>(address);
}

async function fetchFresh<T>(address: string): Promise<T | null> {
  try {
    const response = await fetch(address, { credentials: "omit" });
    if (!response.ok) return null;
    // A full phone may refuse to keep it: then it is shown, and fetched again the next time.
    await (await cache())?.put(address, response.clone()).catch(() => undefined);
    return (await response.json()) as T;
  } catch {
    return null;
  }
}

/** Forgets bundles that no council offers any more. */
async function tidy(list: CouncilSummary[]): Promise<void> {
  const store = await cache();
  const offered = new Set(
    list.flatMap((one) => Object.values(one.bundles)).map((at) => new URL(at, location.origin).href),
  );
  offered.add(new URL(LIST, location.origin).href);
  for (const old of (await store?.keys()) ?? []) if (!offered.has(old.url)) await store?.delete(old);
}
