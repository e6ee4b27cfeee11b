/** A person's language goes with them to a new phone, and what the server sends them is in it. */
import { effect } from "@preact/signals";
import { languageCodes } from "../i18n/index";
import { request } from "./api";
import { kept } from "./local";
import { me } from "./session";
import { chooseLanguage } from "./settings";

/**
 * Pure: what to do when somebody is signed in on a phone. A new account is in English until somebody says otherwise, so
 * what was chosen on the phone counts more than that; what a person has chosen for their account is never overwritten.
 */
export function settled(onPhone: string | null, ofAccount: string): { show?: string; tell?: string } {
  if (onPhone === null) return ofAccount === "en" ? {} : { show: ofAccount };
  return ofAccount === "en" && onPhone !== "en" ? { tell: onPhone } : {};
}

/** Settles it whenever the server says who is signed in. */
export function startMyLanguage(): void {
  effect(() => {
    const account = me.value?.account;
    if (!account) return;
    const { show, tell } = settled(kept("language"), account.language);
    if (show && languageCodes().includes(show)) chooseLanguage(show);
    // Without a signal it is told at the next start.
    if (tell) void request("PATCH", "/auth/me", { language: tell }).catch(() => {});
  });
}
