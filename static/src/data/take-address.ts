/** A plain page hands its reader over to the app: `?council=rutland&lang=ar` on the address says what they read. */
import { effect } from "@preact/signals";
import { languageCodes } from "../i18n/index";
import { chooseCouncil } from "./content";
import { kept } from "./local";
import { me, sessionKnown } from "./session";
import { chooseLanguage } from "./settings";

/**
 * Takes council and language off the address, and chooses them where nobody has on this phone; what a person has chosen,
 * or has in their account, goes before. Call it once, before the first screen is drawn.
 */
export function takeAddress(): void {
  if (!location.search) return;
  const asked = new URLSearchParams(location.search);
  history.replaceState(null, "", location.pathname + location.hash);
  effect(() => {
    if (!sessionKnown.value || me.peek()) return;
    const lang = asked.get("lang");
    if (lang && languageCodes().includes(lang) && !kept("language")) chooseLanguage(lang);
    const council = asked.get("council");
    if (council && !kept("council")) chooseCouncil(council);
  });
}
