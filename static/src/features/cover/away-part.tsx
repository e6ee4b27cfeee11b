/** The times away of one adviser: a list, and a form for a new one. The adviser's own, or anybody's for a manager. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Loading } from "../../ui/empty";
import { AwayCard } from "./away-card";
import { type AwayBody, AwayForm } from "./away-form";
import type { AwayAnswer } from "./away-rules";
import { useAnswer } from "./loaded";
import { NeedsConnection, OldAnswer } from "./needs-connection";

interface AwayPartProps {
  /** Where the server keeps them. */
  path: string;
  /** Whose they are; null for one's own. */
  name: string | null;
}

export function AwayPart({ path, name }: AwayPartProps) {
  const { value, failed, reload, put } = useAnswer<AwayAnswer>(path);
  const [done, setDone] = useState("");
  if (!value) return failed ? <NeedsConnection onRetry={reload} /> : <Loading />;
  const save = async (id: string, body: AwayBody) => {
    put(await request<AwayAnswer>("PUT", `${path}/${id}`, body));
    setDone(t("Saved. Young people will be told."));
  };
  const end = async (id: string) => {
    await request<void>("DELETE", `${path}/${id}`);
    put({ ...value, times: value.times.filter((one) => one.id !== id) });
    setDone(t("Done."));
  };
  return (
    <>
      {failed && <OldAnswer onRetry={reload} />}
      <p role="status" class="strong">
        {done}
      </p>
      {value.times.length === 0 && <p class="soft">{t("No time away is planned.")}</p>}
      <ul class="bare stack">
        {value.times.map((time) => (
          <li key={time.id}>
            <AwayCard time={time} advisers={value.advisers} name={name} onSave={save} onEnd={end} />
          </li>
        ))}
      </ul>
      <Plan answer={value} onSave={save} />
    </>
  );
}

function Plan({
  answer,
  onSave,
}: {
  answer: AwayAnswer;
  onSave: (id: string, body: AwayBody) => Promise<void>;
}) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div class="row">
        <Button small onClick={() => setOpen(true)}>
          {t("Plan a time away")}
        </Button>
      </div>
    );
  const save = async (id: string, body: AwayBody) => {
    await onSave(id, body);
    setOpen(false);
  };
  return (
    <Card labelledBy="plan-away">
      <h2 id="plan-away">{t("Plan a time away")}</h2>
      <AwayForm time={null} advisers={answer.advisers} onSave={save} onCancel={() => setOpen(false)} />
    </Card>
  );
}
