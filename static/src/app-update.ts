/** The service worker's life as the page sees it: registering it, and letting the person say when to update. */
import { type ReadonlySignal, signal } from "@preact/signals";

const ready = signal(false);
let registration: ServiceWorkerRegistration | null = null;
let reloading = false;

/** A newer app has been fetched and waits for the person's yes. */
export const updateReady: ReadonlySignal<boolean> = ready;

/** How long the worker of the older app may go on with what it is doing before the page no longer waits for it. */
const PATIENCE_MS = 3000;

/** Starts using the newer app: the page loads again. Without one, looks for one. */
export async function applyUpdate(): Promise<void> {
  const waiting = registration?.waiting;
  if (!waiting) {
    // It no longer waits when another page has started it already: then this page only has to load it.
    if (ready.value) location.reload();
    else await registration?.update().catch(() => undefined);
    return;
  }
  reloading = true;
  waiting.postMessage({ type: "skip-waiting" });
  // The browser changes workers only when the older one has nothing left to do, and that one may be sending a file
  // on a slow line. The page can be the newer one without it: it comes from the server.
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  location.reload();
}

/** Asks the worker to keep the screens for offline use, those of staff too, and what this page loaded before it. */
export async function keepOffline(staff: boolean): Promise<void> {
  const worker = (await navigator.serviceWorker?.ready)?.active;
  const loaded = performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name, location.origin));
  const files = loaded
    .filter((url) => url.origin === location.origin && url.pathname.startsWith("/static/dist/"))
    .map((url) => url.pathname);
  worker?.postMessage({ type: "keep-offline", staff, files });
}

/** Registers the worker. Call it once, when the first screen can be used, so that it does not compete with it. */
export async function startAppUpdate(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (reloading) location.reload();
  });
  try {
    registration = await navigator.serviceWorker.register("/sw.js");
  } catch {
    // Blocked storage or a private window: the app works, only not offline.
    return;
  }
  await look(registration.waiting);
  lookAgainOnReturn(registration);
  registration.addEventListener("updatefound", () => {
    const coming = registration?.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed") void look(coming);
    });
  });
}

const LOOK_EVERY_MS = 60 * 60 * 1000;

/** A phone can keep the app open for weeks: whoever comes back to it may find that there is a newer one. */
function lookAgainOnReturn(worker: ServiceWorkerRegistration): void {
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_EVERY_MS) return;
    looked = Date.now();
    worker.update().catch(() => undefined);
  });
}

/**
 * A worker that waits is a newer app, unless this page came from the server in that very version already:
 * then nobody needs to be asked.
 */
async function look(waiting: ServiceWorker | null): Promise<void> {
  if (!waiting || !navigator.serviceWorker.controller) return;
  const here = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src;
  if (here && (await mainOf(waiting)) === here) waiting.postMessage({ type: "skip-waiting" });
  else ready.value = true;
}

/** The address of the main script that a worker belongs to. */
function mainOf(worker: ServiceWorker): Promise<string | null> {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<string>) => answer(new URL(event.data, location.origin).href);
    setTimeout(() => answer(null), 1000);
    worker.postMessage({ type: "which-main" }, [port2]);
  });
}
