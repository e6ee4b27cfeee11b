/** Young people of one list, each of whom can be moved to another adviser: choose, read what it means, confirm. */
import { useId, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { request } from "../../data/api";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { SelectField } from "../../ui/field";
import { useAttempt, WaitLine } from "../people/attempt";
import type { Assigned, Roster } from "./roster";
import type { Waits } from "./waiting";
import { WaitingLine } from "./waiting-line";

interface LinesProps {
  people: Assigned[];
  roster: Roster;
  onMoved: () => Promise<void>;
  /** Requests that nobody answers yet, by space. */
  waits?: ReadonlyMap<string, Waits> | undefined;
}

export function PeopleLines({ people, roster, onMoved, waits }: LinesProps) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul class="lines">
      {people.map((person) => (
        <li key={person.space}>
          <div class="row">
            <span class="grow">
              <Link class="staff-name" href={`/team/person/${person.space}`}>
                {person.name}
              </Link>
              <WaitingLine waits={waits?.get(person.space)} />
            </span>
            {open !== person.space && (
              <Button
                look="quiet"
                small
                label={
                  person.adviser
                    ? t("Move {name}", { name: person.name })
                    : t("Give a PA to {name}", { name: person.name })
                }
                onClick={() => setOpen(person.space)}
              >
                {person.adviser ? t("Move") : t("Give a PA")}
              </Button>
            )}
          </div>
          {open === person.space && (
            <Mover person={person} roster={roster} onMoved={onMoved} onClose={() => setOpen(null)} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface MoverProps {
  person: Assigned;
  roster: Roster;
  onMoved: () => Promise<void>;
  onClose: () => void;
}

const DUTY = "duty";

function Mover({ person, roster, onMoved, onClose }: MoverProps) {
  const field = useId();
  const [to, setTo] = useState("");
  const moving = useAttempt(async () => {
    await request<void>("POST", "/people/assignments", {
      space: person.space,
      adviser: to === DUTY ? null : to,
    });
    await onMoved();
    onClose();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    if (to) void moving.start();
    else moving.show([{ field, words: t("Choose who {name} goes to.", { name: person.name }) }]);
  };
  const target = roster.advisers.find((adviser) => adviser.id === to)?.name ?? null;
  return (
    <form class="stack tight" noValidate onSubmit={submit}>
      <ErrorSummary errors={moving.errors} title={t("Nobody was moved")} />
      <SelectField
        id={field}
        label={t("New PA for {name}", { name: person.name })}
        value={to}
        onInput={setTo}
        options={targets(person, roster)}
      />
      <p class="s" role="status">
        {to && whatItMeans(person, target)}
      </p>
      <WaitLine seconds={moving.wait} />
      <div class="row wraps">
        <Button type="submit" small busy={moving.busy || moving.wait > 0}>
          {moving.busy ? t("Moving…") : t("Yes, do it")}
        </Button>
        <Button look="text" onClick={onClose}>
          {t("Leave it as it is")}
        </Button>
      </div>
    </form>
  );
}

function targets(person: Assigned, roster: Roster): { value: string; words: string }[] {
  const advisers = roster.advisers
    .filter((adviser) => adviser.id !== person.adviser?.id)
    .map((adviser) => ({ value: adviser.id, words: adviser.name }));
  const duty = person.adviser ? [{ value: DUTY, words: t("No PA: on the duty list") }] : [];
  return [{ value: "", words: t("Choose") }, ...advisers, ...duty];
}

function whatItMeans(person: Assigned, target: string | null): string {
  const { name, adviser } = person;
  const gets = target
    ? t("{target} sees {name}’s passport from now on.", { target, name })
    : t("{name} will have no PA, and stands on the duty list.", { name });
  return adviser
    ? `${gets} ${t("{adviser} stops seeing it, on every device.", { adviser: adviser.name })}`
    : gets;
}
