/**
 * The time by the server's clock, for words that change with it: looked at each half minute, and when somebody comes
 * back to the page. A phone that shows a wrong time must not say that somebody reads when nobody does.
 */
import { useEffect, useState } from "preact/hooks";
import { readDevice } from "../../data/device";

const PAUSE_MS = 30_000;

/** Milliseconds since 1970. */
export function useNow(): number {
  const [{ offset }, setSeen] = useState({ offset: 0 });
  useEffect(() => {
    // A new object each time: the time has passed, whatever the offset is.
    const look = () =>
      void readDevice().then(
        (device) => setSeen({ offset: device.offset }),
        () => setSeen({ offset: 0 }),
      );
    look();
    const timer = setInterval(look, PAUSE_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  // Not the time of the last look: what came just now has begun already.
  return Date.now() + offset;
}
