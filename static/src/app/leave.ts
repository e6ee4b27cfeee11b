/** Leaving fast: the screen empties at once, the app locks, and this page of the history becomes a weather page. */
import { lock } from "./lock";

const SAFE_PLACE = "https://www.bbc.co.uk/weather";
const PRESSES = 3;
const WITHIN_MS = 3000;

export function leaveFast(): void {
  document.body.hidden = true;
  document.title = "BBC Weather";
  lock();
  location.replace(SAFE_PLACE);
}

/** Three presses of Shift, quickly and with no other key between, leave as well. */
export function listenForLeaving(): void {
  let presses: number[] = [];
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    const now = Date.now();
    presses = [...presses.filter((at) => now - at < WITHIN_MS), now];
    if (presses.length >= PRESSES) leaveFast();
  });
  // A browser may show a kept copy of the page on "back": start afresh instead, which shows the locked app.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.body.hidden) location.reload();
  });
}
