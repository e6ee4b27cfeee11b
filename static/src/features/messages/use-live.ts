/** What an open conversation does by itself: it asks for news while it is looked at, and says what was seen. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { reread, type ThreadPart } from "../../data/messages";
import { fetchNewest } from "../../data/messages-newest";
import type { Side } from "../../data/messages-view";
import { pending, queueOperation } from "../../data/operations";
import { sessionEnded } from "../../data/session";
import { syncNow, syncState } from "../../data/sync";
import type { MessageRow } from "../../data/types";

/** Why no connection is held open instead: docs/decisions/0006-no-open-connections.md. */
const ASK_EVERY_MS = 2000;

const looking = () => document.visibilityState === "visible";
/** After a trouble the sync has its own, longer waits. */
const works = () => navigator.onLine && !sessionEnded.value && syncState.value.phase === "idle";

/** Asks for news every two seconds while the page is visible. */
export function useNews(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async () => {
      if (works()) await syncNow(true);
      start();
    };
    const start = () => {
      clearTimeout(timer);
      if (!gone && looking()) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    start();
    document.addEventListener("visibilitychange", start);
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", start);
    };
  }, []);
}

/** A sync that is under way may take long to come to the newest messages of a new phone: they are asked for apart. */
export function useNewestFirst(space: string, side: Side): void {
  const needed = side === "young" && syncState.value.phase === "sending";
  useEffect(() => {
    if (!needed) return;
    // When it fails, the sync brings them.
    void fetchNewest(space)
      .then(() => reread(space))
      .catch(() => undefined);
  }, [needed, space]);
}

/** The newest message of the other side, unless this person has already seen it. */
export function unseenOf(part: ThreadPart, side: Side): MessageRow | null {
  if (part.newer) return null;
  const last = part.messages.filter((row) => row.by_owner !== (side === "young")).at(-1);
  if (!last || part.reads.some((row) => row.mine && row.upto >= last.number)) return null;
  return last;
}

/** Queues `message.seen` once the end of the newest message of the other side stands on a page that is looked at. */
export function useSeen(
  space: string,
  side: Side,
  part: ThreadPart,
  list: RefObject<HTMLElement | null>,
): void {
  const told = useRef("");
  const last = unseenOf(part, side)?.id ?? null;
  useEffect(() => {
    const under = last && list.current?.querySelector(`[data-id="${last}"] > .under`);
    if (!under || told.current === last) return;
    let inView = false;
    const note = () => {
      if (!inView || !looking() || told.current === last) return;
      told.current = last;
      const queued = pending.value.some((one) => one.kind === "message.seen" && one.body.upto === last);
      // A full phone: it is said the next time that something is seen.
      if (!queued) void queueOperation(space, "message.seen", { upto: last }).catch(() => undefined);
    };
    const watcher = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting ?? false;
      note();
    });
    watcher.observe(under);
    document.addEventListener("visibilitychange", note);
    return () => {
      watcher.disconnect();
      document.removeEventListener("visibilitychange", note);
    };
  }, [last, space]);
}
