/** Moving between the pages of the check. */
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";

/** Gives a function that goes to an address of the app. */
export function useGo(): (to: string) => void {
  return useLocation()[1];
}

/** Goes elsewhere at once, without a step in the history. */
export function Away({ to }: { to: string }) {
  const go = useLocation()[1];
  useEffect(() => go(to, { replace: true }), [to]);
  return null;
}
