/** A conversation to read and not to write in: the newest first on the screen, more on request. */
import { useState } from "preact/hooks";
import type { MessageRow } from "../../data/messages-types";
import { safeWords } from "../../data/messages-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { lineWords } from "../messages/entry-words";
import { useArrival } from "./arrival";
import { LookFiles, type Looking } from "./look-files";
import { isLine, type LookEntry, stampOf } from "./look-rows";

const AT_ONCE = 100;

interface LookListProps {
  entries: readonly LookEntry[];
  looking: Looking;
  name: string;
  onClose: () => void;
}

export function LookList({ entries, looking, name, onClose }: LookListProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const heading = useArrival();
  const part = entries.slice(Math.max(0, entries.length - shown));
  return (
    <Card labelledBy="look">
      <h2 id="look" tabIndex={-1} ref={heading}>
        {t("Conversation with {name}", { name })}
      </h2>
      <p class="s soft">{t("Read only, oldest on top. It is not kept on this device.")}</p>
      {entries.length === 0 && <p>{t("No messages yet.")}</p>}
      {part.length < entries.length && (
        <Button look="quiet" small onClick={() => setShown(shown + AT_ONCE)}>
          {t("Show earlier messages")}
        </Button>
      )}
      <ol class="lines">
        {part.map((entry) => (
          <li key={entry.id}>
            {isLine(entry) ? (
              <p class="s soft staff-note">
                {stampOf(entry)} · {lineWords({ ...entry, line: true })}
              </p>
            ) : (
              <Message message={entry} looking={looking} />
            )}
          </li>
        ))}
      </ol>
      <div class="row">
        <Button look="quiet" small onClick={onClose}>
          {t("Close")}
        </Button>
      </div>
    </Card>
  );
}

function Message({ message, looking }: { message: MessageRow; looking: Looking }) {
  const { by, body, files } = message;
  return (
    <>
      <p class="s soft">
        <b>
          <bdi>{by}</bdi>
        </b>{" "}
        · {stampOf(message)}
      </p>
      {body === null ? (
        <p class="soft">{t("{name} took this message back.", { name: by })}</p>
      ) : (
        body && (
          <p class="staff-note" dir="auto">
            {safeWords(body)}
          </p>
        )
      )}
      <LookFiles files={files} looking={looking} />
    </>
  );
}
