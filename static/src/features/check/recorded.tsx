/** The status that the council has written down, and the way to say that it is wrong. Nothing when there is none. */
import { useState } from "preact/hooks";
import { pending } from "../../data/operations";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type { Bundle, StatusRecordRow } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { AreaField } from "../../ui/field";
import { Tag } from "../../ui/tag";
import { SaveTrouble, useSave } from "../passport/save";
import { statusTitle } from "./status-text";
import { recordInForce } from "./with-council";

/** The server's limit. */
const LONGEST = 2000;

export function RecordedStatus({ bundle }: { bundle: Bundle }) {
  const space = me.value?.space;
  if (!space) return null;
  const record = recordInForce(
    rows<StatusRecordRow>(space, "status_records").value,
    pending.value.filter((operation) => operation.space === space),
  );
  if (!record) return null;
  return (
    <Card labelledBy="recorded">
      <h2 id="recorded">{t("What your council has written down")}</h2>
      <b>{statusTitle(bundle, record.status)}</b>
      <p class="s">
        {t("Since {date}. Written down by {name}.", {
          date: formatDate(record.since, "long"),
          name: record.by,
        })}
      </p>
      <p class="s soft">{t("Where they know it from: {source}", { source: record.source })}</p>
      <Disagree record={record} />
    </Card>
  );
}

type ShownRecord = NonNullable<ReturnType<typeof recordInForce>>;

function Disagree({ record }: { record: ShownRecord }) {
  const { save, trouble } = useSave();
  const [open, setOpen] = useState(false);
  const say = (words: string) => {
    save("status.disagree", { record: record.id, words });
    setOpen(false);
  };
  return (
    <>
      {record.disagreed && <Said record={record} onTakeBack={() => say("")} />}
      {!record.disagreed && open && <DisagreeForm onSay={say} onClose={() => setOpen(false)} />}
      {!record.disagreed && !open && (
        <Button look="quiet" small onClick={() => setOpen(true)}>
          {t("I disagree")}
        </Button>
      )}
      <SaveTrouble trouble={trouble} />
    </>
  );
}

function Said({ record, onTakeBack }: { record: ShownRecord; onTakeBack: () => void }) {
  const { disagreed, waiting } = record;
  if (!disagreed) return null;
  return (
    <>
      <div>
        <Tag look="wait">{t("You disagree")}</Tag>
      </div>
      <p class="own-words">{disagreed.words}</p>
      <p class="meta">
        {waiting ? t("Waiting for signal") : t("Said on {date}", { date: formatDate(disagreed.at, "long") })}
      </p>
      <Button look="text" onClick={onTakeBack}>
        {t("Take this back")}
      </Button>
    </>
  );
}

function DisagreeForm({ onSay, onClose }: { onSay: (words: string) => void; onClose: () => void }) {
  const [words, setWords] = useState("");
  const [empty, setEmpty] = useState(false);
  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim()) onSay(words.trim());
        else setEmpty(true);
      }}
    >
      <AreaField
        id="disagree"
        label={t("What is wrong?")}
        hint={t("Your PA and your council can read it. It stays with the record.")}
        error={empty && !words.trim() ? t("Write a few words first.") : null}
        value={words}
        onInput={setWords}
        maxLength={LONGEST}
      />
      <div class="row wraps">
        <Button small type="submit">
          {t("Send")}
        </Button>
        <Button small look="quiet" onClick={onClose}>
          {t("Not now")}
        </Button>
      </div>
    </form>
  );
}
