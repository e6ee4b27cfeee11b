/** Whoever works by keyboard keeps their place in a thread when what they pressed goes away, as "Try again" does. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  const last = useRef<{ on: Element; entry: string | undefined } | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const inside = target instanceof Element && list.current?.contains(target);
      last.current = inside ? { on: target, entry: entryOf(target) } : null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useLayoutEffect(() => {
    if (!last.current || last.current.on.isConnected || document.activeElement !== document.body) return;
    const { entry } = last.current;
    const same = list.current?.querySelector<HTMLElement>(`[data-id="${entry}"]`);
    const next = same ?? (list.current?.lastElementChild as HTMLElement | null | undefined);
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  });
}

const entryOf = (element: Element) => element.closest<HTMLElement>("[data-id]")?.dataset.id;
