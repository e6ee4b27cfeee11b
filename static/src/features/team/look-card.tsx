/** A manager reads a conversation, or takes its record along: with a reason, online, and for the young person to see. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Note } from "../../ui/note";
import { useAttempt, WaitLine } from "../people/attempt";
import type { LookEntry } from "./look-rows";
import { readConversation } from "./look-rows";
import { ReasonField, useReason } from "./reason";
import { type RecordForm, saveRecord } from "./record-file";

interface LookCardProps {
  space: string;
  name: string;
  /** Shows what was read; without it there is only the record to take, as when the account has ended. */
  onRead?: ((entries: LookEntry[], reason: string) => void) | undefined;
}

type What = "read" | RecordForm;

export function LookCard({ space, name, onRead }: LookCardProps) {
  const reason = useReason();
  const [doing, setDoing] = useState<What | null>(null);
  const [saved, setSaved] = useState(false);
  const looking = useAttempt(async (what: What) => {
    setDoing(what);
    setSaved(false);
    if (what === "read") onRead?.(await readConversation(space, reason.words), reason.words);
    else {
      await saveRecord(space, reason.words, what);
      setSaved(true);
    }
  }, reason.named);
  const start = (what: What) => {
    const trouble = reason.trouble();
    looking.show(trouble ? [trouble] : []);
    if (!trouble) void looking.start(what);
  };
  const busy = looking.busy || looking.wait > 0;
  const words = (what: What, text: string) => (looking.busy && doing === what ? t("One moment…") : text);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start(onRead ? "read" : "page");
      }}
    >
      <Card labelledBy={`${reason.id}-head`}>
        <h2 id={`${reason.id}-head`}>
          {onRead ? t("Read the conversation") : t("The record of {name}", { name })}
        </h2>
        <ErrorSummary errors={looking.errors} title={t("Nothing was opened")} />
        <ReasonField reason={reason} name={name} errors={looking.errors} />
        <WaitLine seconds={looking.wait} />
        <div class="row wraps">
          {onRead && (
            <Button type="submit" small busy={busy}>
              {words("read", t("Read it here"))}
            </Button>
          )}
          <Button
            look="quiet"
            small
            busy={busy}
            type={onRead ? "button" : "submit"}
            onClick={onRead && (() => start("page"))}
          >
            {words("page", t("Save a page to print"))}
          </Button>
          <Button look="quiet" small busy={busy} onClick={() => start("json")}>
            {words("json", t("Save as JSON"))}
          </Button>
        </div>
        {saved && (
          <Note look="go" live>
            <p class="strong">{t("It is saved as a file on this device")}</p>
            <p>{t("Put it into your council’s system, then delete it here.")}</p>
          </Note>
        )}
      </Card>
    </form>
  );
}
