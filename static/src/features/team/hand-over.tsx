/** All young people of an adviser go to a colleague, or to the duty list, in one step; the adviser may leave with it. */
import { useId, useState } from "preact/hooks";
import { request } from "../../data/api";
import { t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { SelectField, Switch } from "../../ui/field";
import { Note } from "../../ui/note";
import { namedField } from "../cover/form-errors";
import { useAttempt, WaitLine } from "../people/attempt";
import type { Adviser, Roster } from "./roster";

interface HandOverProps {
  adviser: Adviser;
  roster: Roster;
  onDone: () => Promise<void>;
}

interface Chosen {
  /** An adviser's id, DUTY, or nothing yet. */
  to: string;
  leaves: boolean;
}

const DUTY = "duty";

export function HandOver({ adviser, roster, onDone }: HandOverProps) {
  const id = useId();
  const [chosen, setChosen] = useState<Chosen>({ to: "", leaves: false });
  const [sure, setSure] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const giving = useAttempt(
    async () => {
      const body = { to: chosen.to === DUTY ? null : chosen.to, leaves: chosen.leaves };
      const path = `/council/advisers/${adviser.id}/hand-over`;
      const { young_people } = await request<{ young_people: number }>("POST", path, body);
      setMoved(young_people);
      setSure(false);
      setChosen({ to: "", leaves: false });
      await onDone();
    },
    (error) => namedField(error, ["to"], () => id),
  );
  const change = (next: Partial<Chosen>) => {
    setChosen({ ...chosen, ...next });
    setSure(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!chosen.to) return giving.show([{ field: id, words: t("Choose who takes over.") }]);
    giving.clear();
    if (sure) void giving.start();
    else setSure(true);
  };
  const busy = giving.busy || giving.wait > 0;
  return (
    <form noValidate onSubmit={submit}>
      <Card labelledBy={`${id}-head`}>
        <h2 id={`${id}-head`}>{t("Hand over all their young people")}</h2>
        {moved !== null && (
          <Note look="go" live>
            <p class="strong">
              {tn("{n} young person was handed over.", "{n} young people were handed over.", moved)}
            </p>
          </Note>
        )}
        <ErrorSummary errors={giving.errors} title={t("Nobody was moved")} />
        <SelectField
          id={id}
          label={t("Who takes over?")}
          value={chosen.to}
          onInput={(to) => change({ to })}
          options={targets(adviser, roster)}
          error={giving.errors.find((error) => error.field === id)?.words}
        />
        <Switch
          label={t("{name} leaves the council", { name: adviser.name })}
          checked={chosen.leaves}
          onChange={(leaves) => change({ leaves })}
        />
        {sure && <Meaning adviser={adviser} chosen={chosen} roster={roster} />}
        <WaitLine seconds={giving.wait} />
        <div class="row wraps">
          <Button type="submit" small look={sure && chosen.leaves ? "danger" : "main"} busy={busy}>
            {giving.busy ? t("Moving…") : sure ? t("Yes, do it") : t("Go on")}
          </Button>
          {sure && (
            <Button look="text" onClick={() => setSure(false)}>
              {t("Leave it as it is")}
            </Button>
          )}
        </div>
      </Card>
    </form>
  );
}

function targets(adviser: Adviser, roster: Roster): { value: string; words: string }[] {
  const others = roster.advisers.filter((one) => one.id !== adviser.id);
  return [
    { value: "", words: t("Choose") },
    ...others.map(({ id, name, state }) => ({
      value: id,
      words: state === "invited" ? t("{name} (not joined yet)", { name }) : name,
    })),
    { value: DUTY, words: t("No PA: on the duty list") },
  ];
}

interface MeaningProps {
  adviser: Adviser;
  chosen: Chosen;
  roster: Roster;
}

/** Read once more before it is done; a screen reader hears it come. */
function Meaning({ adviser: { name, young_people: n }, chosen, roster }: MeaningProps) {
  const to = roster.advisers.find((one) => one.id === chosen.to)?.name;
  return (
    <Note look={chosen.leaves ? "stop" : "sun"} live>
      <p class="strong">
        {to
          ? tn("{n} young person goes to {to}.", "{n} young people go to {to}.", n, { to })
          : tn("{n} young person goes to the duty list.", "{n} young people go to the duty list.", n)}
      </p>
      <ul>
        <li>{t("Messages, dates and passports stay with each young person.")}</li>
        <li>{t("{name} can no longer see any of it, on any device.", { name })}</li>
        <li>{t("Each young person is told.")}</li>
        {chosen.leaves && (
          <li>
            {t("{name} is signed out everywhere and cannot sign in again. This cannot be undone.", { name })}
          </li>
        )}
      </ul>
    </Note>
  );
}
