/** Who is on duty: the advisers who read when nobody else does. The manager ticks them. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Switch } from "../../ui/field";
import { Note } from "../../ui/note";
import { useAnswer } from "../cover/loaded";
import { useAttempt, WaitLine } from "../people/attempt";

interface OnDuty {
  id: string;
  name: string;
  on_duty: boolean;
  away: boolean;
}

interface DutyAnswer {
  advisers: OnDuty[];
  /** For how many young people nobody at all is at work now. */
  nobody: number;
}

export function DutyCard() {
  const { value, failed, reload, put } = useAnswer<DutyAnswer>("/council/duty");
  const [open, setOpen] = useState(false);
  return (
    <Card labelledBy="on-duty">
      <h2 id="on-duty">{t("Who is on duty now")}</h2>
      <p class="s soft">
        {t("They read and answer when a PA is away and nobody covers, or when there is no PA.")}
      </p>
      {failed && (
        <Note live>
          <p>{t("This did not load.")}</p>
          <Button small look="quiet" onClick={() => void reload()}>
            {t("Try again")}
          </Button>
        </Note>
      )}
      {value && value.nobody > 0 && <Nobody n={value.nobody} />}
      {value && !open && <Names answer={value} onChange={() => setOpen(true)} />}
      {value && open && (
        <Chooser
          answer={value}
          onSaved={(next) => {
            put(next);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

function Nobody({ n }: { n: number }) {
  return (
    <Note look="stop" live>
      <p class="strong">
        {tn("Nobody at work reads for {n} young person.", "Nobody at work reads for {n} young people.", n)}
      </p>
      <p>{t("Put somebody on duty who is not away.")}</p>
    </Note>
  );
}

function Names({ answer, onChange }: { answer: DutyAnswer; onChange: () => void }) {
  const on = answer.advisers.filter((one) => one.on_duty);
  return (
    <>
      {on.length === 0 && <p class="strong">{t("Nobody is on duty.")}</p>}
      {on.length > 0 && (
        <ul class="lines">
          {on.map((one) => (
            <li key={one.id}>
              <b>{one.name}</b>
              {one.away && <span class="s soft staff-line">{t("Away now")}</span>}
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <Button small look="quiet" label={t("Change who is on duty")} onClick={onChange}>
          {t("Change")}
        </Button>
      </div>
    </>
  );
}

interface ChooserProps {
  answer: DutyAnswer;
  onSaved: (next: DutyAnswer) => void;
  onClose: () => void;
}

function Chooser({ answer, onSaved, onClose }: ChooserProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(answer.advisers.filter((one) => one.on_duty).map((one) => one.id)),
  );
  const saving = useAttempt(async () =>
    onSaved(await request<DutyAnswer>("PUT", "/council/duty", { advisers: [...chosen] })),
  );
  const flip = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.start();
      }}
    >
      <ErrorSummary errors={saving.errors} title={t("Nothing was changed")} />
      {answer.advisers.map(({ id, name, away }) => (
        <Switch
          key={id}
          label={away ? t("{name} (away now)", { name }) : name}
          checked={chosen.has(id)}
          onChange={(on) => flip(id, on)}
        />
      ))}
      <WaitLine seconds={saving.wait} />
      <div class="row wraps">
        <Button type="submit" small busy={saving.busy || saving.wait > 0}>
          {saving.busy ? t("One moment…") : t("Save")}
        </Button>
        <Button look="text" onClick={onClose}>
          {t("Leave it as it is")}
        </Button>
      </div>
    </form>
  );
}
