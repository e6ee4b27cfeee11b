/** What happens when a person arrives at a screen: the heading gets the focus, and the page starts at its top. */

let firstScreen = true;
let wentBack = false;
let here = location.pathname;

// Jumping within a page ("skip to the page") is a popstate too, but no arrival.
addEventListener("popstate", () => {
  wentBack = location.pathname !== here;
});

/**
 * Called by each screen once it stands. The first screen of a visit keeps the browser's own focus; going back keeps the
 * browser's own scroll position.
 */
export function arrive(heading: HTMLElement | null): void {
  if (!firstScreen) {
    heading?.focus({ preventScroll: true });
    if (!wentBack) scrollTo(0, 0);
  }
  firstScreen = false;
  wentBack = false;
  here = location.pathname;
}
