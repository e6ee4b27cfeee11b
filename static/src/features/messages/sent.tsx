/** What becomes of the message that was sent last, in the place of somebody who would say so: nobody may be there. */
import { useEffect, useState } from "preact/hooks";
import { threadPart } from "../../data/messages";
import { seenBy } from "../../data/messages-view";
import { pending, refused } from "../../data/operations";
import { sessionEnded } from "../../data/session";
import { syncState } from "../../data/sync";
import type { ThreadRow } from "../../data/types";
import { t } from "../../i18n/index";
import { londonWall } from "../dates/london";
import { afterWords } from "./before-words";

/** What it is said from. */
export interface Ack {
  thread: ThreadRow;
  holidays: readonly string[];
  now: number;
}

interface SentProps {
  /** By its id; null when there is none. */
  message: string | null;
  ack: Ack | null;
}

export function Sent({ message, ack }: SentProps) {
  const held = useHeld(message);
  return (
    <p class="s" role="status">
      {message && ack && (held ? heldWords() : afterWords(ack.thread, ack.holidays, londonWall(ack.now)))}
    </p>
  );
}

/** The message sent last, by its id; none once it was refused, taken back or seen: it is not for later any more. */
export function useLastSent(space: string): [string | null, (id: string | null) => void] {
  const [sent, setSent] = useState<string | null>(null);
  const gone =
    refused.value.some(({ id }) => id === sent) ||
    pending.value.some(({ kind, body }) => kind === "message.withdraw" && body.message === sent) ||
    isSeen(space, sent);
  useEffect(() => {
    if (gone) setSent(null);
  }, [gone]);
  return [sent, setSent];
}

function isSeen(space: string, message: string | null): boolean {
  const { messages, reads } = threadPart(space).value;
  const row = messages.find(({ id }) => id === message);
  return row !== undefined && seenBy(reads, "young")(row.number) !== null;
}

/** Whether it could not leave this phone. It stays so while that is tried again, and nothing is said twice. */
function useHeld(message: string | null): boolean {
  const [before, setBefore] = useState(false);
  const waits = pending.value.some(({ id }) => id === message);
  const { phase } = syncState.value;
  const held = waits && (before || phase === "offline" || phase === "failed");
  useEffect(() => setBefore(held), [held]);
  return held;
}

/** Not when it can be read: nobody can, before it has left this phone. */
function heldWords(): string {
  if (sessionEnded.value) return t("Please sign in again to send. What you saved is safe on this phone.");
  return syncState.value.phase === "failed"
    ? t("The server will take this later. It is safe on this phone.")
    : t("It is safe on this phone. It goes by itself when there is a signal.");
}
