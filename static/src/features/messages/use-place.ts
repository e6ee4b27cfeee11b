/**
 * Where the reader is in a thread. At the end they stay at the end, whatever comes; elsewhere the message they look at
 * stays where it is while others come above it.
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** So near the end counts as being there. */
const NEAR = 48;
/** As long as it takes to open on a slow phone. */
const OPENING_MS = 1500;

interface Held {
  entry: Element;
  top: number;
}

const page = () => document.scrollingElement ?? document.documentElement;
const toEnd = () => page().scrollTo({ top: page().scrollHeight, behavior: "instant" });
/** Not while somebody reads what they opened before the field: it would slide away under their eyes. */
const keepEnd = () => {
  if (!document.querySelector('.composer :is([aria-expanded="true"], details[open])')) toEnd();
};
const isAtEnd = () => page().scrollHeight - page().scrollTop - window.innerHeight <= NEAR;

interface Place {
  /** The reader is at the end. */
  atEnd: boolean;
  goToEnd: () => void;
  /** The reader is about to be taken somewhere else: the end is not held any more. */
  leaveEnd: () => void;
}

/** `ready`: the thread has been read from this device. */
export function usePlace(list: RefObject<HTMLElement | null>, ready: boolean): Place {
  const end = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  // Measured before the page changes: this runs while the old entries still stand.
  const held = ready && !end.current ? firstInView(list.current) : null;
  const goToEnd = () => {
    end.current = true;
    setAtEnd(true);
    toEnd();
  };
  useLayoutEffect(() => {
    if (!ready) return;
    if (end.current) keepEnd();
    else if (held?.entry.isConnected) {
      const moved = held.entry.getBoundingClientRect().top - held.top;
      if (Math.abs(moved) >= 1) page().scrollBy({ top: moved, behavior: "instant" });
    }
  });
  useEffect(() => (ready ? watch(end, setAtEnd) : undefined), [ready]);
  const leaveEnd = () => {
    end.current = false;
    setAtEnd(false);
  };
  return { atEnd, goToEnd, leaveEnd };
}

/** Notes where the reader scrolls to, and holds the end while the page grows (pictures, a longer field). */
function watch(end: { current: boolean }, note: (atEnd: boolean) => void): () => void {
  const restoring = history.scrollRestoration;
  history.scrollRestoration = "manual";
  const opened = performance.now();
  let before = page().scrollTop;
  const scrolled = () => {
    // Every screen starts at its top; this one goes on to its end. That first jump is nobody's wish.
    if (end.current && performance.now() - opened < OPENING_MS && page().scrollTop === 0) toEnd();
    // A page that grows leaves its end behind, and the reader with it; only somebody who goes up wants to leave.
    end.current = isAtEnd() || (end.current && page().scrollTop >= before);
    before = page().scrollTop;
    note(end.current);
  };
  const grown = new ResizeObserver(() => {
    if (end.current) keepEnd();
  });
  addEventListener("scroll", scrolled, { passive: true });
  grown.observe(document.body);
  return () => {
    history.scrollRestoration = restoring;
    removeEventListener("scroll", scrolled);
    grown.disconnect();
  };
}

/** Not a day: it stands before another entry once older ones come, and would be held in vain. */
function firstInView(list: HTMLElement | null): Held | null {
  for (const entry of list?.querySelectorAll(":scope > [data-id]") ?? []) {
    const { top, bottom } = entry.getBoundingClientRect();
    if (bottom > 0) return { entry, top };
  }
  return null;
}
