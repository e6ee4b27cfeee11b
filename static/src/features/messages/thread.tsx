/** The entries of a conversation in their order, with their days; more of them come as the reader goes up or down. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { readNewer, readOlder, type ThreadPart } from "../../data/messages";
import { type Entry, isLine, type Side } from "../../data/messages-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Line, Message, type Tools } from "./entry";
import { dayWords, entryDay } from "./entry-words";

/** So far outside the screen more is fetched. */
const AHEAD = "900px 0px";

interface ThreadProps {
  space: string;
  side: Side;
  part: ThreadPart;
  entries: readonly Entry[];
  list: RefObject<HTMLOListElement | null>;
  found: string | null;
  tools?: Tools | undefined;
}

export function Thread({ space, side, part, entries, list, found, tools }: ThreadProps) {
  return (
    <>
      {part.older && <More words={t("Older messages")} part={part} read={() => readOlder(space)} />}
      <ol class="thread bare" ref={list} aria-label={t("Messages")}>
        {entries.flatMap((entry, at) => [
          ...dayBefore(entry, entries[at - 1]),
          <li
            key={entry.id}
            data-id={entry.id}
            class={classOf(entry, found)}
            tabIndex={entry.id === found ? -1 : undefined}
          >
            {isLine(entry) ? (
              <Line line={entry} />
            ) : (
              <Message space={space} side={side} message={entry} tools={tools} />
            )}
          </li>,
        ])}
      </ol>
      {part.newer && <More words={t("Newer messages")} part={part} read={() => readNewer(space)} />}
    </>
  );
}

function classOf(entry: Entry, found: string | null): string | undefined {
  const own = !isLine(entry) && entry.mine ? "own" : "";
  return `${own} ${entry.id === found ? "found" : ""}`.trim() || undefined;
}

function dayBefore(entry: Entry, before: Entry | undefined) {
  const day = entryDay(entry);
  if (before && entryDay(before) === day) return [];
  return [
    <li key={`${day}-${entry.id}`} class="on-day">
      {dayWords(day)}
    </li>,
  ];
}

interface MoreProps {
  words: string;
  part: ThreadPart;
  read: () => Promise<void>;
}

/** Reads more when it comes near the screen; a button as well, for whoever does not scroll. */
function More({ words, part, read }: MoreProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void read(), {
      rootMargin: AHEAD,
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [part]);
  return (
    <div class="thread-more" ref={place}>
      <Button look="text" small onClick={() => void read()}>
        {words}
      </Button>
    </div>
  );
}
