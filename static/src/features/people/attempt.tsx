/** One request at a time behind a button: busy while it runs, its trouble kept for the form, its waiting time counted down. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";
import { Note } from "../../ui/note";
import { timeLeft, useSecondsUntil } from "./countdown";
import { problemWords, waitUntil } from "./problems";

/** What a form shows of an attempt, whatever the attempt needs to start. */
export interface Trouble {
  busy: boolean;
  errors: readonly FormError[];
  /** Seconds until the next try is allowed. */
  wait: number;
  show: (errors: readonly FormError[]) => void;
  clear: () => void;
}

export interface Attempt<A extends unknown[]> extends Trouble {
  /** Runs the work and gives what went wrong, or null when it worked. Does nothing while busy or waiting. */
  start: (...args: A) => Promise<unknown>;
}

/** `words` may say a problem better than problemWords does; null leaves it to that. */
export function useAttempt<A extends unknown[]>(
  work: (...args: A) => Promise<void>,
  words: (error: unknown) => FormError | null = () => null,
): Attempt<A> {
  const [busy, setBusy] = useState(false);
  const [errors, show] = useState<readonly FormError[]>([]);
  const [until, setUntil] = useState<number | null>(null);
  const wait = useSecondsUntil(until);
  const start = async (...args: A) => {
    if (busy || wait > 0) return null;
    setBusy(true);
    try {
      await work(...args);
      return null;
    } catch (error) {
      setUntil(waitUntil(error));
      show([words(error) ?? { field: null, words: problemWords(error) }]);
      return error;
    } finally {
      setBusy(false);
    }
  };
  return { busy, errors, wait, show, clear: () => show([]), start };
}

/** How long the server asked us to wait: a button that does nothing looks broken. */
export function WaitLine({ seconds }: { seconds: number }) {
  if (seconds === 0) return null;
  return (
    <Note>
      <p>{t("You can try again in {time}.", { time: timeLeft(seconds) })}</p>
    </Note>
  );
}
