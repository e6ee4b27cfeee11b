/**
 * The time by the server's clock, for words that change with it: looked at each half minute, and when somebody comes
 * back to the page. A phone that shows a wrong time must not say that somebody reads when nobody does.
 */
import { useEffect, useState } from "preact/hooks";
import { readDevice } from "../../data/device";

const PAUSE_MS = 30_000;

/** Milliseconds since 1970. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const look = () =>
      void readDevice().then(
        ({ offset }) => setNow(Date.now() + offset),
        () => setNow(Date.now()),
      );
    look();
    const timer = setInterval(look, PAUSE_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return now;
}
