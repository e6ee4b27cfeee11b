/** Whether notifications reach this phone, and turning them on and off. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { changeDevice, readDevice } from "../../data/device";
import { me } from "../../data/session";
import { renewSubscription, subscribe, unsubscribe } from "../../data/subscribing";
import { shownLanguage, t, unmarked } from "../../i18n/index";
import { isMarked } from "../../i18n/marks";

/**
 * - on, off: what the person chose.
 * - blocked: the browser has been told never to show them; only its own settings change that.
 * - install: an iPhone shows them only when the app is on its home screen.
 * - none: this browser cannot show them.
 */
export type PushState = "on" | "off" | "blocked" | "install" | "none";

/** What a browser says of itself. */
export interface Browser {
  canPush: boolean;
  permission: NotificationPermission;
  iPhone: boolean;
  installed: boolean;
  subscribed: boolean;
}

/** Pure: which of the five is true. */
export function pushState(browser: Browser): PushState {
  if (browser.iPhone && !browser.installed) return "install";
  if (!browser.canPush) return "none";
  if (browser.permission === "denied") return "blocked";
  return browser.permission === "granted" && browser.subscribed ? "on" : "off";
}

const known = signal<PushState | null>(null);

/** The state of this phone; null until it was looked at. */
export const push: ReadonlySignal<PushState | null> = known;

/** Looks again: a person may have come back from the browser's settings. */
export async function lookAtPush(): Promise<PushState> {
  const canPush = "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;
  known.value = pushState({
    canPush,
    permission: canPush ? Notification.permission : "default",
    iPhone: isIPhone(),
    installed: matchMedia("(display-mode: standalone)").matches,
    subscribed: canPush && (await readDevice()).push !== null && (await subscription()) !== null,
  });
  return known.value;
}

/** An iPad says that it is a Mac, but Macs have no touch screen. */
function isIPhone(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1);
}

async function subscription(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager?.getSubscription()) ?? null;
}

/**
 * Asks the person, subscribes this browser and tells the server. Call it from a tap: browsers ask only then.
 * @throws what kept it from working; nothing is half on.
 */
export async function turnOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) === "granted") {
    await keepNeutral();
    await subscribe(await navigator.serviceWorker.ready);
  }
  return lookAtPush();
}

/** Has nothing more sent here. */
export async function turnOff(): Promise<PushState> {
  await unsubscribe(await navigator.serviceWorker.ready);
  return lookAtPush();
}

/** At each start: browsers forget subscriptions without a word, and keys change. */
export async function renew(): Promise<void> {
  if ((await readDevice()).push === null || me.value === null) return;
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
  await keepNeutral();
  // Without a connection the next start does it.
  await renewSubscription(await navigator.serviceWorker.ready).catch(() => undefined);
}

/** The service worker has no catalogue: the one sentence that it needs of its own is left with it. */
async function keepNeutral(): Promise<void> {
  const said = t("You have a reminder");
  const english = isMarked(said);
  const neutral = {
    title: unmarked(said),
    lang: english ? "en" : shownLanguage(),
    dir: document.documentElement.dir === "rtl" && !english ? "rtl" : "ltr",
  } as const;
  await changeDevice(() => ({ neutral }));
}
