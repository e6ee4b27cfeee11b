/**
 * The service worker: keeps the app's own files, opens the app without a connection, sends the queue when the page is
 * gone, and shows notifications. It never keeps an answer of the API: those are personal.
 */
import { onUnauthorised } from "../data/api";
import { readDevice } from "../data/device";
import { sendEverything } from "../data/everything";
import { letGo } from "../data/leaving";
import { renewSubscription } from "../data/subscribing";
import { SYNC_TAG, tell } from "../data/together";
import { build, builtFile, forgetOldBuilds, keepFirst, keepMore } from "./files";
import { openFromNotice, showPush } from "./notices";
import { openPage } from "./pages";

declare const self: ServiceWorkerGlobalScope;

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

self.addEventListener("install", (event) => event.waitUntil(keepFirst()));

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldBuilds().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(request));
  else if (url.pathname.startsWith("/static/dist/")) event.respondWith(builtFile(request));
});

self.addEventListener("message", (event) => {
  const { type, staff, files } = event.data as { type?: string; staff?: boolean; files?: string[] };
  if (type === "skip-waiting") event.waitUntil(self.skipWaiting());
  else if (type === "keep-offline")
    event.waitUntil(keepMore([...build.later, ...(staff ? build.staff : []), ...(files ?? [])]));
  else if (type === "which-main") event.ports[0]?.postMessage(build.main);
});

self.addEventListener("sync", (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === SYNC_TAG) sync.waitUntil(flush());
});

let lettingGo: Promise<unknown> = Promise.resolve();
onUnauthorised((problem) => {
  if (problem.code === "account-over") lettingGo = letGo(problem).then(() => tell("session"));
});

/** Sends the queue and its files. Throwing on passing trouble makes the browser try again later. */
async function flush(): Promise<void> {
  const { account } = await readDevice();
  if (account === null) return;
  const { result, held } = await sendEverything(account);
  await lettingGo;
  if (result === "offline" || result === "trouble") throw new Error(result);
  if (held) throw new Error("a file waits");
}

self.addEventListener("push", (event) => event.waitUntil(showPush(event)));
self.addEventListener("notificationclick", (event) => event.waitUntil(openFromNotice(event.notification)));
// The browser or its push service let the subscription go. Without a connection the next start of the app renews it.
self.addEventListener("pushsubscriptionchange", (event) =>
  (event as ExtendableEvent).waitUntil(renewSubscription(self.registration)),
);
