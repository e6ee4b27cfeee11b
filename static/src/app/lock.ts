/**
 * The lock set by leaving fast. While it is set the app shows nothing personal and asks for the pass phrase.
 * What was saved stays on the phone and is still sent.
 */
import { signal } from "@preact/signals";
import { keep, kept } from "../data/local";
import { me } from "../data/session";

const NAME = "locked";
const ON = "1";

export const locked = signal(kept(NAME) === ON);

/** Does nothing when nobody is signed in: there is nothing to hide. */
export function lock(): void {
  if (!me.value) return;
  keep(NAME, ON);
  locked.value = true;
}

/** Called once the person has shown that it is them. */
export function unlock(): void {
  keep(NAME, "");
  locked.value = false;
}
