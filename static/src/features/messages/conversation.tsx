/** One conversation, for the young person and for those who support them. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { closeThread, threadPart } from "../../data/messages";
import {
  type Entry,
  isLine,
  type ShownMessage,
  type Side,
  safeWords,
  shownThread,
} from "../../data/messages-view";
import { pending, refused } from "../../data/operations";
import { Composer, type Quick } from "./composer";
import { MessageFiles } from "./files";

export interface ConversationProps {
  space: string;
  side: Side;
  /** Below a message of the other side: what can be made of it. */
  tools?: ((message: ShownMessage) => ComponentChildren) | undefined;
  /** Above the field: words to choose from, which `insert` puts into it. */
  quick?: Quick | undefined;
}

export function Conversation({ space, side, tools, quick }: ConversationProps) {
  const part = threadPart(space).value;
  useEffect(() => () => closeThread(space), [space]);
  const mine = <T extends { space: string | null }>(all: readonly T[]) =>
    all.filter((one) => one.space === space);
  const entries = shownThread(part, side, mine(pending.value), mine(refused.value), !part.newer);
  return (
    <>
      <ol class="thread bare">
        {entries.map((entry) => (
          <li key={entry.id}>
            <OneEntry entry={entry} space={space} tools={tools} />
          </li>
        ))}
      </ol>
      <Composer space={space} side={side} quick={quick} />
    </>
  );
}

interface EntryProps extends Pick<ConversationProps, "space" | "tools"> {
  entry: Entry;
}

function OneEntry({ entry, space, tools }: EntryProps) {
  if (isLine(entry)) return null;
  return (
    <div class={entry.mine ? "bubble mine" : "bubble"}>
      {entry.body && <p dir="auto">{safeWords(entry.body)}</p>}
      {(entry.files.length > 0 || entry.own_files.length > 0) && (
        <MessageFiles space={space} message={entry} />
      )}
      {!entry.mine && !entry.withdrawn && tools?.(entry)}
    </div>
  );
}
