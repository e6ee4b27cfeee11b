/** One time away: its days, who really covers, and ways to change or end it. */
import { useState } from "preact/hooks";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Note } from "../../ui/note";
import { Tag } from "../../ui/tag";
import { today } from "../dates/london";
import { useAttempt, WaitLine } from "../people/attempt";
import { type AwayBody, AwayForm } from "./away-form";
import { type AwayTime, type Colleague, coverDays, firstGap } from "./away-rules";

interface AwayCardProps {
  time: AwayTime;
  advisers: readonly Colleague[];
  /** Whose time it is; null for one's own. */
  name: string | null;
  onSave: (id: string, body: AwayBody) => Promise<void>;
  onEnd: (id: string) => Promise<void>;
}

export function AwayCard({ time, advisers, name, onSave, onEnd }: AwayCardProps) {
  const [doing, setDoing] = useState<"change" | "end" | null>(null);
  const begun = time.since <= today();
  const stop = () => setDoing(null);
  const save = async (id: string, body: AwayBody) => {
    await onSave(id, body);
    stop();
  };
  return (
    <Card>
      <div class="row wraps">
        <b>{daysWords(time.since, time.until)}</b>
        <Tag look={begun ? "wait" : "calm"}>{begun ? t("Away now") : t("Planned")}</Tag>
      </div>
      {doing === "change" ? (
        <AwayForm time={time} advisers={advisers} onSave={save} onCancel={stop} />
      ) : (
        <Covers time={time} />
      )}
      {doing === "end" && <End time={time} name={name} onEnd={() => onEnd(time.id)} onClose={stop} />}
      {doing === null && (
        <div class="row wraps">
          <Button look="quiet" small onClick={() => setDoing("change")}>
            {t("Change")}
          </Button>
          <Button look="quiet" small onClick={() => setDoing("end")}>
            {endWords(begun, name)}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Covers({ time }: { time: AwayTime }) {
  const days = coverDays(time.covered, time.until);
  const gap = firstGap(time, today());
  const swapped = time.cover && days.some((one) => one.name !== time.cover?.name);
  return (
    <>
      {swapped && (
        <p class="s soft">
          {t("{name} is away for some of it, so others cover.", { name: time.cover?.name ?? "" })}
        </p>
      )}
      {days.length > 0 && (
        <ul class="lines">
          {days.map((one) => (
            <li key={one.name + one.since}>
              {t("{name} covers", { name: one.name })}
              {days.length > 1 && <span class="s soft staff-line">{daysWords(one.since, one.until)}</span>}
            </li>
          ))}
        </ul>
      )}
      {gap && (
        <Note look="stop">
          <p class="strong">{t("Nobody covers from {date}", { date: formatDate(gap, "day") })}</p>
          <p>{t("Choose another person to cover. If nobody can, a manager puts somebody on duty.")}</p>
        </Note>
      )}
    </>
  );
}

interface EndProps {
  time: AwayTime;
  name: string | null;
  onEnd: () => Promise<void>;
  onClose: () => void;
}

function End({ time, name, onEnd, onClose }: EndProps) {
  const begun = time.since <= today();
  const ending = useAttempt(onEnd);
  return (
    <div class="note">
      <p>
        {begun
          ? t("Cover stops now, on every device. Young people are told.")
          : t("Nobody will cover then. A notice that was planned is not sent.")}
      </p>
      <ErrorSummary errors={ending.errors} title={t("Nothing was changed")} />
      <WaitLine seconds={ending.wait} />
      <div class="row wraps">
        <Button small busy={ending.busy || ending.wait > 0} onClick={() => void ending.start()}>
          {t("Yes: {words}", { words: endWords(begun, name) })}
        </Button>
        <Button look="text" onClick={onClose}>
          {t("Leave it as it is")}
        </Button>
      </div>
    </div>
  );
}

function endWords(begun: boolean, name: string | null): string {
  if (name !== null) return begun ? t("{name} is back now", { name }) : t("{name} does not go", { name });
  return begun ? t("I am back now") : t("I do not go");
}

function daysWords(since: string, until: string): string {
  const from = formatDate(since, "day");
  return since === until ? from : t("{from} to {to}", { from, to: formatDate(until, "day") });
}
