/** Whether there is room for a table; the same width at which the bar of tabs moves to the top. */
import { useEffect, useState } from "preact/hooks";

const ROOM = "(min-width: 62em)";

export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(ROOM).matches);
  useEffect(() => {
    const query = matchMedia(ROOM);
    const changed = () => setWide(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return wide;
}
