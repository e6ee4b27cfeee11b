/** The focus goes to what has just come, so that a screen reader and a keyboard are where the eyes are. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
