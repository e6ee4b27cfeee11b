/**
 * The published results of a council's pledge, kept on the phone like content: the newest that this phone has seen can be
 * read without a signal. Nothing personal is in them. One council is kept, the one looked at last.
 */
import type { PledgeResults } from "./types";

const CACHE = "pledge-results-v1";

/** Where they are, for the app and for links: `.csv` behind it gives them as a table. */
export const resultsAddress = (council: string) => `/api/v1/councils/${council}/pledge/results`;

/** Caches are missing on plain http and in some private windows: then nothing is kept. */
async function cache(): Promise<Cache | null> {
  return "caches" in globalThis ? caches.open(CACHE).catch(() => null) : null;
}

/** What this phone kept; null when it has nothing of this council. */
export async function keptResults(council: string): Promise<PledgeResults | null> {
  const hit = await (await cache())?.match(resultsAddress(council)).catch(() => undefined);
  return hit ? ((await hit.json()) as PledgeResults) : null;
}

/** What the server has now; null when it cannot be asked. */
export async function freshResults(council: string): Promise<PledgeResults | null> {
  const address = resultsAddress(council);
  try {
    const response = await fetch(address, { credentials: "omit" });
    if (!response.ok) return null;
    await keep(address, response.clone());
    return (await response.json()) as PledgeResults;
  } catch {
    return null;
  }
}

/** A full phone may refuse to keep it: then it is shown, and fetched again the next time. */
async function keep(address: string, response: Response): Promise<void> {
  const store = await cache();
  try {
    for (const old of (await store?.keys()) ?? [])
      if (new URL(old.url).pathname !== address) await store?.delete(old);
    await store?.put(address, response);
  } catch {
    // Nothing is lost that cannot be fetched.
  }
}
