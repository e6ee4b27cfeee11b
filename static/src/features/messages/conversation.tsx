/** One conversation, for the young person and for those who support them. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { closeThread, readAround, readNewest, threadPart } from "../../data/messages";
import { type Side, shownThread } from "../../data/messages-view";
import { pending, refused } from "../../data/operations";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Empty, Loading } from "../../ui/empty";
import { Composer, type Quick } from "./composer";
import type { Tools } from "./entry";
import { Find } from "./find";
import { Heard } from "./heard";
import { threadStyles } from "./styles";
import { Thread } from "./thread";
import { useKeptFocus } from "./use-kept-focus";
import { useNewestFirst, useNews, useSeen } from "./use-live";
import { usePlace } from "./use-place";

// The end of the page can only be found once everything has its size.
await threadStyles;

export interface ConversationProps {
  space: string;
  side: Side;
  /** Below a message of the other side: what can be made of it. */
  tools?: Tools | undefined;
  /** Above the field: words to choose from, which `insert` puts into it. */
  quick?: Quick | undefined;
}

export function Conversation({ space, side, tools, quick }: ConversationProps) {
  const part = threadPart(space).value;
  const list = useRef<HTMLOListElement>(null);
  const entries = useMemo(
    () => shownThread(part, side, here(pending.value, space), here(refused.value, space), !part.newer),
    [part, pending.value, refused.value, space, side],
  );
  const [searching, setSearching] = useState(false);
  const { atEnd, goToEnd, leaveEnd } = usePlace(list, part.ready && !searching);
  const [found, setFound] = useState<string | null>(null);
  useEffect(() => () => closeThread(space), [space]);
  useNews();
  useNewestFirst(space, side);
  useSeen(space, side, part, list);
  useKeptFocus(list);
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (found !== shown.current && show(list.current, found)) shown.current = found;
  }, [found, part]);
  const opener = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (!searching && back.current) opener.current?.focus({ preventScroll: true });
    back.current = false;
  }, [searching]);
  const end = async () => {
    if (part.newer) await readNewest(space);
    goToEnd();
  };
  return (
    <>
      {searching && (
        <Find
          space={space}
          onClose={() => {
            setSearching(false);
            back.current = true;
            goToEnd();
          }}
          onFound={({ id, number }) => {
            // Named first: the page goes there in the same step in which it is drawn.
            setSearching(false);
            setFound(id);
            shown.current = null;
            leaveEnd();
            void readAround(space, number);
          }}
        />
      )}
      <div class="talk" hidden={searching}>
        {!part.ready && <Loading />}
        {part.ready && entries.length === 0 && <Empty title={t("No messages yet")} />}
        <Thread {...{ space, side, part, entries, list, found, tools }} />
        <Heard entries={entries} ready={part.ready} />
        {(!atEnd || part.newer) && (
          <div class="to-newest">
            <Button small onClick={() => void end()}>
              {t("To the newest message")}
            </Button>
          </div>
        )}
        <Composer
          space={space}
          side={side}
          quick={quick}
          search={
            entries.length > 0 && (
              <button type="button" class="search-open" ref={opener} onClick={() => setSearching(true)}>
                {t("Search these messages")}
              </button>
            )
          }
        />
      </div>
    </>
  );
}

const here = <T extends { space: string | null }>(all: readonly T[], space: string) =>
  all.filter((one) => one.space === space);

/** Brings a message that was looked for onto the screen, and the focus with it. Gives whether it is there. */
function show(list: HTMLElement | null, id: string | null): boolean {
  const entry = id && list?.querySelector<HTMLElement>(`[data-id="${id}"]`);
  if (!entry) return false;
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "center", behavior: "instant" });
  return true;
}
