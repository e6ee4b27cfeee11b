/** The reminders of one young person: scheduled, sent and seen, and stopping one. */
import { useState } from "preact/hooks";
import type { ShownReminder } from "../../data/reminders-view";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Note } from "../../ui/note";
import { Tag, Tags } from "../../ui/tag";
import { FoldHead } from "../caseload/fold-head";
import { SaveTrouble } from "../passport/save";
import { londonNow } from "./days";
import { repeatWords, type Standing, standingOf, standingWords } from "./words";

interface RemindersProps {
  name: string;
  reminders: ShownReminder[];
  /** Gives whether it is safe on this device. */
  onCancel: (reminder: string) => Promise<boolean>;
}

export function Reminders({ name, reminders, onCancel }: RemindersProps) {
  const now = londonNow(new Date());
  const all = reminders.map((reminder) => ({ reminder, standing: standingOf(reminder, now) }));
  const coming = all
    .filter(({ standing }) => standing.next !== null)
    .sort((a, b) => ((a.standing.next ?? "") < (b.standing.next ?? "") ? -1 : 1));
  const over = all.filter(({ standing }) => standing.next === null);
  return (
    <>
      <h2>{t("Scheduled ({n})", { n: coming.length })}</h2>
      {coming.length === 0 && <p class="soft">{t("Nothing is scheduled for {name}.", { name })}</p>}
      <Cards shown={coming} onCancel={onCancel} />
      {over.length > 0 && (
        <Fold
          head={<FoldHead words={t("Over or stopped ({n})", { n: over.length })} />}
          startOpen={coming.length === 0}
        >
          <Cards shown={over} onCancel={onCancel} />
        </Fold>
      )}
    </>
  );
}

interface Shown {
  reminder: ShownReminder;
  standing: Standing;
}

function Cards({ shown, onCancel }: { shown: Shown[] } & Pick<RemindersProps, "onCancel">) {
  return (
    <ul class="bare stack tight">
      {shown.map(({ reminder, standing }) => (
        <li key={reminder.id}>
          <One reminder={reminder} standing={standing} onCancel={onCancel} />
        </li>
      ))}
    </ul>
  );
}

function One({ reminder, standing, onCancel }: Shown & Pick<RemindersProps, "onCancel">) {
  const often = repeatWords(reminder.repeat);
  return (
    <Card>
      <p class="own-words">{reminder.text}</p>
      {often && <p class="s soft">{often}</p>}
      <Tags>
        {standing.next && <Tag look="calm">{t("Scheduled")}</Tag>}
        {standing.sent > 0 && <Tag>{t("Sent")}</Tag>}
        {standing.seen > 0 && <Tag look="go">{t("Seen")}</Tag>}
        {reminder.state === "cancelled" && <Tag>{t("Stopped")}</Tag>}
        {reminder.waiting && <Tag look="wait">{t("Waits on this device")}</Tag>}
      </Tags>
      <ul class="lines s">
        {standingWords(reminder, standing).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="meta">
        {reminder.by
          ? t("{name} wrote it on {date}", { name: reminder.by, date: formatDate(reminder.made_at, "long") })
          : t("Written {date}", { date: formatDate(reminder.made_at, "long") })}
      </p>
      {standing.next && <Stop onStop={() => onCancel(reminder.id)} />}
    </Card>
  );
}

function Stop({ onStop }: { onStop: () => Promise<boolean> }) {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState(false);
  if (!asking)
    return (
      <div>
        <Button look="quiet" small onClick={() => setAsking(true)}>
          {t("Stop this reminder")}
        </Button>
      </div>
    );
  return (
    <Note live>
      <p class="strong">{t("Stop it? What was sent stays; nothing more goes out.")}</p>
      <div class="row wraps">
        <Button small onClick={() => void onStop().then((kept) => setTrouble(!kept))}>
          {t("Yes, stop it")}
        </Button>
        <Button look="quiet" small onClick={() => setAsking(false)}>
          {t("Keep it")}
        </Button>
      </div>
      <SaveTrouble trouble={trouble} />
    </Note>
  );
}
