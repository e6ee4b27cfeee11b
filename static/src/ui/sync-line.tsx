/** One line that says plainly where a person's changes are: on this phone, on their way, sent, or stuck and why. */
import { useEffect, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { locked } from "../app/lock";
import { refused } from "../data/operations";
import { me } from "../data/session";
import { syncNow, syncState } from "../data/sync";
import type { SyncState } from "../data/types";
import { t, tn } from "../i18n/index";
import { ago } from "./ago";

const REFRESH_MS = 30_000;

function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The sentence without its age, so that a screen reader is not told of each minute that passes. */
export function syncWords({ phase, waiting, reason }: SyncState, onLine: boolean): string {
  if (phase === "sending") return t("Sending…");
  if (phase === "failed")
    return t("Could not send: {reason}", { reason: reason ?? t("something went wrong. Nothing is lost.") });
  if (waiting > 0) {
    const n = waiting;
    if (phase === "offline" && !onLine)
      return tn(
        "You’re offline. {n} change is safe on this phone and will send later.",
        "You’re offline. {n} changes are safe on this phone and will send later.",
        n,
      );
    return tn(
      "{n} change saved on this phone, waiting to send.",
      "{n} changes saved on this phone, waiting to send.",
      n,
    );
  }
  if (phase === "offline")
    return onLine
      ? t("No answer just now. What is here still works.")
      : t("You’re offline. What is here still works.");
  return me.value?.account.role === "young_person" ? t("Saved on this phone") : t("Saved on this device");
}

export function SyncLine() {
  const now = useNow();
  if (!me.value || locked.value) return null;
  const state = syncState.value;
  const sent = state.phase === "idle" && state.waiting === 0 && state.lastAt;
  return (
    <div class="sync meta">
      <span role="status">{syncWords(state, navigator.onLine)}</span>
      {sent && <span>{t("· sent {ago}", { ago: ago(Math.min(sent, now), now) })}</span>}
      {state.phase === "failed" && (
        <button type="button" onClick={() => void syncNow()}>
          {t("Try again")}
        </button>
      )}
      {refused.value.length > 0 && (
        <Link href="/me">{tn("{n} change needs you", "{n} changes need you", refused.value.length)}</Link>
      )}
    </div>
  );
}
