/** Everything of the data layer that has to be started, in the right order. main.tsx calls it once. */
import { effect } from "@preact/signals";
import { keepOffline, startAppUpdate } from "../app-update";
import { startContent } from "./content";
import { readDevice } from "./device";
import { startMyLanguage } from "./my-language";
import { me } from "./session";
import { startSettings } from "./settings";
import { startSync } from "./sync";
import { takeAddress } from "./take-address";

/** Starts settings before the first screen is drawn, then content, queue and sync, then the service worker. */
export function startData(): void {
  takeAddress();
  startSettings();
  startContent();
  startMyLanguage();
  void startSync();
  startRenewing();
  if (document.readyState === "complete") void startAppUpdate();
  else addEventListener("load", () => void startAppUpdate());
  effect(() => {
    const role = me.value?.account.role;
    void keepOffline(role === "adviser" || role === "manager");
  });
}

async function renew(): Promise<void> {
  if ((await readDevice()).push) await (await import("../features/notices/screens")).renew();
}

/** Once somebody is known to be signed in, and the first screen stands, push is renewed if it is on here. */
function startRenewing(): void {
  effect(() => {
    if (me.value?.account.id) void renew().catch(() => undefined);
  });
}
