/** The time, for words that change with it: looked at each half minute, and when somebody comes back to the page. */
import { useEffect, useState } from "preact/hooks";

const PAUSE_MS = 30_000;

/** Milliseconds since 1970. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, PAUSE_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return now;
}
