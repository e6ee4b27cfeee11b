/** What a screen reader is told of an open conversation. The focus stays where it is. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Entry, isLine, type ShownMessage, safeWords } from "../../data/messages-view";
import { refused } from "../../data/operations";
import { t } from "../../i18n/index";
import { ServerWords } from "../../ui/server-words";

interface HeardProps {
  entries: readonly Entry[];
  ready: boolean;
}

export function Heard({ entries, ready }: HeardProps) {
  const messages = entries.filter((entry): entry is ShownMessage => !isLine(entry));
  return (
    <>
      <Written messages={messages} ready={ready} />
      <TurnedDown messages={messages} />
    </>
  );
}

/** What the other side wrote while the conversation is open. */
function Written({ messages, ready }: { messages: readonly ShownMessage[]; ready: boolean }) {
  const before = useRef<number | null>(null);
  const [heard, setHeard] = useState<string | null>(null);
  const newest = messages.filter(({ number }) => number !== null).at(-1);
  useEffect(() => {
    if (!ready) return;
    const fresh = before.current !== null && (newest?.number ?? 0) > before.current;
    before.current = newest?.number ?? 0;
    if (fresh && newest && !newest.mine) setHeard(newest.id);
  }, [ready, newest?.number]);
  // Looked up each time: the words of a message that is taken back must not stay here either.
  const said = messages.find(({ id, body }) => id === heard && body !== null);
  return (
    <p class="hidden" role="status">
      {said && t("{name} wrote: {words}", { name: said.by ?? "", words: safeWords(said.body ?? "") })}
    </p>
  );
}

/** That the server did not take a message which waited while the conversation is open. */
function TurnedDown({ messages }: { messages: readonly ShownMessage[] }) {
  const waited = useRef(new Set<string>());
  for (const { id, waiting } of messages) if (waiting) waited.current.add(id);
  const no = messages.filter((one) => one.refused && waited.current.has(one.id)).at(-1);
  return (
    <p class="hidden" role="status">
      {no && (
        <>
          {t("Not sent")}.{" "}
          <ServerWords detail={refused.value.find(({ id }) => id === no.id)?.problem?.detail} />
        </>
      )}
    </p>
  );
}
