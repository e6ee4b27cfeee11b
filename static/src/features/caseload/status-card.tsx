/** The legal status that the council recorded, whether the young person disagrees, and what was recorded before. */
import { useState } from "preact/hooks";
import type { Bundle } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Note } from "../../ui/note";
import { statusTitle } from "../check/status-text";
import { FoldHead } from "./fold-head";
import type { Person } from "./rules";
import { StatusForm } from "./status-form";
import type { ShownRecord } from "./status-records";
import { nameInLaw } from "./status-words";

interface StatusProps {
  bundle: Bundle;
  person: Person;
  records: ShownRecord[];
}

export function StatusPart({ bundle, person, records }: StatusProps) {
  const [open, setOpen] = useState(false);
  const [now, ...before] = records;
  return (
    <>
      <h2>{t("Legal status")}</h2>
      {now ? (
        <Card>
          <Recorded bundle={bundle} record={now} />
          {now.disagreed && <Disagreed name={person.name} {...now.disagreed} />}
        </Card>
      ) : (
        <p class="soft">
          {t("None recorded yet. When you record it, {name} sees it and can say if they disagree.", {
            name: person.name,
          })}
        </p>
      )}
      {open ? (
        <StatusForm bundle={bundle} person={person} onClose={() => setOpen(false)} />
      ) : (
        <div class="row">
          <Button look="quiet" small onClick={() => setOpen(true)}>
            {now ? t("Record a new status") : t("Record the status")}
          </Button>
        </div>
      )}
      {before.length > 0 && <Before bundle={bundle} name={person.name} records={before} />}
    </>
  );
}

function Recorded({ bundle, record }: { bundle: Bundle; record: ShownRecord }) {
  const law = nameInLaw(record.status);
  return (
    <>
      <b>{statusTitle(bundle, record.status)}</b>
      {law && <p class="s">{t("In law: {name}", { name: law })}</p>}
      <p class="s">
        {t("Since {date}. From: {source}", { date: formatDate(record.since, "long"), source: record.source })}
      </p>
      <p class="meta">
        {record.by
          ? t("Recorded by {name} on {date}", { name: record.by, date: formatDate(record.at, "long") })
          : t("Recorded by you. It waits on this device and sends by itself.")}
      </p>
    </>
  );
}

function Disagreed({ name, words, at }: { name: string; words: string; at: string }) {
  return (
    <Note>
      <p class="strong">{t("{name} disagrees ({date})", { name, date: formatDate(at, "short") })}</p>
      <blockquote class="staff-note">{words}</blockquote>
      <p>{t("Talk about it together. If it is wrong, record it anew. They can get an advocate too.")}</p>
    </Note>
  );
}

function Before({ bundle, name, records }: { bundle: Bundle; name: string; records: ShownRecord[] }) {
  return (
    <Fold head={<FoldHead words={t("Recorded before ({n})", { n: records.length })} />}>
      <ul class="lines">
        {records.map((record) => (
          <li key={record.id} class="stack tight">
            <Recorded bundle={bundle} record={record} />
            {record.disagreed && <Disagreed name={name} {...record.disagreed} />}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
