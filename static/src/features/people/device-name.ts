/** What to call this device in the list of devices, and whether it is an iPhone's browser rather than the installed app. */
import { t } from "../../i18n/index";

/** A first guess from the browser's own description; the person can change it. */
export function guessDeviceName(agent: string = navigator.userAgent): string {
  if (/iPhone|iPod/.test(agent)) return t("iPhone");
  if (/iPad/.test(agent) || isTouchMac(agent)) return t("iPad");
  if (/Android/.test(agent)) return /Mobile/.test(agent) ? t("Android phone") : t("Android tablet");
  if (/CrOS/.test(agent)) return t("Chromebook");
  if (/Windows/.test(agent)) return t("Windows computer");
  if (/Macintosh/.test(agent)) return t("Mac");
  if (/Linux/.test(agent)) return t("Linux computer");
  return t("My device");
}

// An iPad's browser calls itself a Mac; no Mac has a touch screen.
function isTouchMac(agent: string): boolean {
  return /Macintosh/.test(agent) && navigator.maxTouchPoints > 1;
}

/**
 * True in a browser on an iPhone or iPad outside the installed app. The installed app has a storage of its own there,
 * so a code spent in the browser signs in the browser only.
 */
export function isAppleBrowser(): boolean {
  const agent = navigator.userAgent;
  const apple = /iPhone|iPad|iPod/.test(agent) || isTouchMac(agent);
  return (
    apple &&
    !matchMedia("(display-mode: standalone)").matches &&
    !("standalone" in navigator && navigator.standalone)
  );
}
