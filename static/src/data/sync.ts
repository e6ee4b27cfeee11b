/** When to sync, and what the header says about it. The work itself is in exchange.ts. */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { t } from "../i18n";
import { readDevice } from "./device";
import type { Report } from "./exchange";
import { changes, loadQueue, onQueued, pending } from "./operations";
import { markEnded, me, onSendFirst, refreshMe, restoreSession, sessionEnded } from "./session";
import { checkStale, reloadStore, syncedAt } from "./store";
import { alone, listen, type News, SYNC_TAG, tell } from "./together";
import type { Operation, SyncState } from "./types";

/** The version of the protocol that this code speaks; the server names the oldest it still takes. */
export const PROTOCOL = 1;

const LONGEST_WAIT_MS = 5 * 60_000;
const SETTLE_MS = 250;

const NO_STORAGE = () =>
  t("This phone could not read or write its storage. Close other apps, then try again.");

const state = signal<Omit<SyncState, "waiting">>({ phase: "idle", lastAt: null, reason: null });
const old = signal(false);

/** What the header says: phase, last success, how much waits, and why it did not work. */
export const syncState: ReadonlySignal<SyncState> = computed(() => ({
  ...state.value,
  waiting: changes.value.length,
}));

/** The server no longer speaks with this version of the app: it must be updated to send anything. */
export const updateRequired: ReadonlySignal<boolean> = old;

let running: Promise<void> | null = null;
let again = false;
let failures = 0;
let notBefore = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Syncs now, whatever the back-off says. Resolves when it is over, well or not: see syncState. `quiet`: only a look whether
 * there is something new, of which nobody needs to hear unless there is.
 */
export function syncNow(quiet = false): Promise<void> {
  if (running) {
    again ||= !quiet;
    return running;
  }
  running = (async () => {
    let still = quiet;
    do {
      again = false;
      await once(still);
      still = false;
    } while (again);
  })().finally(() => {
    running = null;
  });
  return running;
}

const UNREACHED: Report = {
  ...{ result: "offline", reason: null, retryAfter: null, later: 0 },
  ...{ changed: false, held: false, minClient: 0 },
};

/** Only who is signed in needs it, so it does not come with the first visit. */
async function run(account: string, quiet: boolean): Promise<Report> {
  const { exchange } = await import("./exchange").catch(() => ({ exchange: null }));
  return (await exchange?.(account, syncNow, quiet)) ?? UNREACHED;
}

/** Its file goes apart, and it with the sync after that: until then there is nothing to say of it. */
const hasFiles = ({ body }: Operation) => Array.isArray(body.files) && body.files.length > 0;

async function once(still: boolean): Promise<void> {
  const { account } = await readDevice();
  if (account === null) return;
  clearTimeout(timer);
  const quiet = still && pending.value.every(hasFiles);
  if (!quiet) state.value = { ...state.value, phase: "sending", reason: null };
  try {
    const report = await alone(() => run(account, still));
    // What it has here is just being removed: reading it would make its database again.
    if (report.result === "account-over") return settle(report);
    await refresh(!quiet || report.changed);
    if (!quiet || report.changed) tell("synced");
    settle(report);
  } catch {
    // Only the phone's own storage throws here.
    fail("failed", NO_STORAGE(), null);
  }
}

async function refresh(changed = true): Promise<void> {
  // Rows first: what was sent must not leave the screen between leaving the queue and coming back as a row.
  if (changed) {
    await reloadStore();
    await loadQueue();
  }
  await checkStale(me.value);
  state.value = { ...state.value, lastAt: await syncedAt() };
}

function settle(report: Report): void {
  old.value = report.minClient > PROTOCOL;
  if (report.result === "session-ended") {
    markEnded();
    state.value = { ...state.value, phase: "failed", reason: t("Please sign in again. Nothing is lost.") };
  } else if (report.result === "offline") fail("offline", null, null);
  else if (report.result === "trouble")
    fail("failed", report.reason ?? t("The server has a problem. Nothing is lost."), report.retryAfter);
  else if (report.later > 0)
    fail("failed", t("The server will take this later. It is safe on this phone."), null);
  else {
    failures = 0;
    notBefore = 0;
    state.value = { ...state.value, phase: "idle", reason: null };
  }
}

/** Notes the trouble and sets the alarm for the next try: longer each time, and never all phones at once. */
function fail(phase: "failed" | "offline", reason: string | null, retryAfter: number | null): void {
  const wait = backOff(failures++, Math.random()) + (retryAfter ?? 0) * 1000;
  notBefore = Date.now() + (retryAfter ?? 0) * 1000;
  state.value = { ...state.value, phase, reason };
  clearTimeout(timer);
  timer = setTimeout(() => void syncNow(), wait);
}

/** Pure: how long to wait after so many failures; `chance` is between 0 and 1. */
export function backOff(failed: number, chance: number): number {
  return Math.min(LONGEST_WAIT_MS, 2000 * 2 ** failed) * (0.5 + chance / 2);
}

/** A sign that things may work again: forget the back-off, but not what the server asked for. */
function perhapsNow(): void {
  if (Date.now() < notBefore || sessionEnded.value) return;
  failures = 0;
  void syncNow();
}

function afterQueueing(): void {
  askWorker();
  if (failures > 0 || sessionEnded.value) return;
  clearTimeout(timer);
  // The service worker may have been quicker.
  timer = setTimeout(() => void (pending.value.length > 0 && syncNow()), SETTLE_MS);
}

/** Lets the browser send the queue when the page is gone (Background Sync, where it exists). */
function askWorker(): void {
  const ask = (
    registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } },
  ) => registration.sync?.register(SYNC_TAG);
  void navigator.serviceWorker?.ready.then(ask).catch(() => undefined);
}

/** Starts everything: shows what the phone knows, syncs, asks who we are, then keeps listening. Call it once. */
export async function startSync(): Promise<void> {
  onQueued(afterQueueing);
  onSendFirst(syncNow);
  keepListening();
  try {
    await restoreSession();
    await refresh();
    const account = computed(() => (sessionEnded.value ? null : (me.value?.account.id ?? null)));
    effect(() => {
      if (account.value !== null) untracked(() => void syncNow());
    });
    await refreshMe();
  } catch {
    // Storage is switched off: what is public works, signing in will say what is wrong.
    state.value = { ...state.value, phase: "failed", reason: NO_STORAGE() };
  }
}

function keepListening(): void {
  listen((news) => void hear(news.type));
  addEventListener("online", () => {
    if (me.value) perhapsNow();
    else void refreshMe();
  });
  addEventListener("offline", () => {
    state.value = { ...state.value, phase: "offline" };
  });
  addEventListener("pageshow", (event) => event.persisted && perhapsNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    void checkStale(me.value);
    perhapsNow();
  });
}

async function hear(type: News["type"]): Promise<void> {
  if (type === "pushed") {
    if (document.visibilityState === "visible") perhapsNow();
    return;
  }
  if (type === "session") await restoreSession();
  if (type === "synced") await refresh();
  else await loadQueue();
  const done = type === "synced" && pending.value.length === 0 && !running;
  if (done) state.value = { ...state.value, phase: "idle", reason: null };
}
