/** Counting down to a moment: for codes that end and for sign-in that was slowed down. */
import { useEffect, useState } from "preact/hooks";
import { t, tn } from "../../i18n/index";

/** Whole seconds left until `moment` (milliseconds since 1970); 0 when it has passed or is null. */
export function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(Date.now());
  const left = moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
  const running = left > 0;
  useEffect(() => {
    setNow(Date.now());
    if (moment === null) return;
    const timer = running ? setInterval(() => setNow(Date.now()), 1000) : undefined;
    return () => clearInterval(timer);
  }, [moment, running]);
  return left;
}

/** "4 minutes 05 seconds" is too long for a phone: minutes and seconds as on a kitchen timer, seconds alone in words. */
export function timeLeft(seconds: number): string {
  if (seconds < 60) return tn("{n} second", "{n} seconds", seconds, { n: seconds });
  const rest = String(seconds % 60).padStart(2, "0");
  return t("{minutes}:{seconds} minutes", { minutes: Math.floor(seconds / 60), seconds: rest });
}
