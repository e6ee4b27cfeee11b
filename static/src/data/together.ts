/** Tabs and the service worker working together: one syncs at a time, and all hear what changed. No DOM. */

export const SYNC_TAG = "footing-sync";
const CHANNEL = "footing";

/**
 * - synced: rows or queue of an account changed by a sync.
 * - queued: another tab queued, retried or discarded an operation.
 * - session: somebody signed in or out.
 * - pushed: a notification came, so there is something new to fetch.
 */
export interface News {
  type: "synced" | "queued" | "session" | "pushed";
}

let channel: BroadcastChannel | null | undefined;

function open(): BroadcastChannel | null {
  channel ??= typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  return channel;
}

/** Tells the other tabs and the worker. Browsers without channels learn it at their next start. */
export function tell(type: News["type"]): void {
  open()?.postMessage({ type } satisfies News);
}

/** Listens to the others; gives the way to stop. */
export function listen(heard: (news: News) => void): () => void {
  const here = open();
  if (!here) return () => {};
  const handler = (event: MessageEvent<News>) => heard(event.data);
  here.addEventListener("message", handler);
  return () => here.removeEventListener("message", handler);
}

/**
 * Runs the work while no other tab does. Without Web Locks (Safari before 15.4) it just runs: operations
 * sent twice change nothing, because the server knows their ids.
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return work();
  return (await navigator.locks.request(SYNC_TAG, work)) as T;
}
