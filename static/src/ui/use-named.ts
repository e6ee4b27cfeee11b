/** For addresses that name one entry of a long screen: shows that one, and gives it the focus. */
import { useEffect } from "preact/hooks";

/** `id` is that of an element that can take the focus; `ready` once the screen has its content. */
export function useNamed(id: string | null, ready: boolean): void {
  useEffect(() => {
    if (id === null || !ready) return;
    // After the screen's own arrival, which goes to its top.
    const timer = setTimeout(() => {
      const named = document.getElementById(id);
      named?.scrollIntoView();
      named?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [id, ready]);
}
