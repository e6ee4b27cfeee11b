/** Tells a young person that their request was seen, once somebody really looked: on a screen in view, for a moment. */
import { useEffect } from "preact/hooks";
import type { ShownRequest } from "../../data/asks-view";
import { queueOperation } from "../../data/operations";

const LOOK_MS = 1500;

export function useSeen(space: string, { id, state }: ShownRequest): void {
  useEffect(() => {
    if (state !== "asked") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let said = false;
    const look = () => {
      clearTimeout(timer);
      if (said || document.visibilityState !== "visible") return;
      timer = setTimeout(() => {
        said = true;
        // A device that cannot keep it now says it at the next look: nothing that somebody wrote is lost.
        queueOperation(space, "request.step", { request: id, state: "seen" }).catch(() => undefined);
      }, LOOK_MS);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [space, id, state]);
}
