/** One reminder to several young people: pick them, write it once, and see by name to whom it went. */
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { me } from "../../data/session";
import { t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Empty } from "../../ui/empty";
import type { FormError } from "../../ui/error-summary";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { ServerWords } from "../../ui/server-words";
import { StaffGate } from "../caseload/gate";
import { aboutWords } from "../caseload/list-rows";
import { people } from "../caseload/people";
import { inOrder, type Person } from "../caseload/rules";
import { notKept } from "../caseload/save";
import { became, remindAll, type Sent } from "./bulk";
import { type ReminderBody, ReminderForm } from "./form";

export function RemindSeveral() {
  return (
    <Page
      title={t("Send a reminder")}
      bar={me.value?.account.name ?? t("Staff")}
      sub={<p>{t("To one or several of your young people. Each of them gets their own.")}</p>}
      wide
    >
      <StaffGate only="adviser">
        <Body />
      </StaffGate>
    </Page>
  );
}

function Body() {
  const everyone = inOrder(people.value, Date.now());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  if (everyone.length === 0)
    return (
      <Empty title={t("No young people yet")}>
        <p>{t("Add the first one, or ask your manager to move someone to you.")}</p>
      </Empty>
    );
  // Who left meanwhile stays picked until it is sent, so that the answer can name them.
  const chosen = everyone.filter(({ space }) => picked.has(space));
  const send = async (body: ReminderBody): Promise<FormError[]> => {
    try {
      await remindAll(chosen, body);
      setPicked(new Set());
      return [];
    } catch {
      return [notKept()];
    }
  };
  return (
    <>
      <Result />
      <div class="staff-two even">
        <div class="stack">
          <Pick everyone={everyone} picked={picked} setPicked={setPicked} />
        </div>
        <div class="stack">
          <ReminderForm
            words={
              chosen.length === 0
                ? t("Send a reminder")
                : tn("Remind {n} person", "Remind {n} people", chosen.length)
            }
            alsoWrong={() =>
              chosen.length === 0 ? [{ field: "pick-all", words: t("Pick who should be reminded.") }] : []
            }
            onSend={send}
          />
        </div>
      </div>
    </>
  );
}

interface PickProps {
  everyone: Person[];
  picked: ReadonlySet<string>;
  setPicked: (picked: ReadonlySet<string>) => void;
}

function Pick({ everyone, picked, setPicked }: PickProps) {
  const all = everyone.every(({ space }) => picked.has(space));
  const flip = (space: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(space);
    else next.delete(space);
    setPicked(next);
  };
  return (
    <Card labelledBy="who">
      <h2 id="who">{t("Who?")}</h2>
      <div id="pick-all" tabIndex={-1}>
        <Button
          look="quiet"
          small
          onClick={() => setPicked(all ? new Set() : new Set(everyone.map(({ space }) => space)))}
        >
          {all ? t("Pick nobody") : t("Pick everyone")}
        </Button>
      </div>
      <ul class="lines">
        {everyone.map((person) => (
          <li key={person.space} class="row">
            <label class="switch grow">
              <input
                type="checkbox"
                checked={picked.has(person.space)}
                onChange={(event) => flip(person.space, event.currentTarget.checked)}
              />
              <span>
                <b>{person.name}</b>
                <span class="s soft staff-line">{aboutWords(person, Date.now())}</span>
              </span>
            </label>
            <Link class="s" href={`/people/${person.space}/remind`}>
              {t("Their reminders")}
              <span class="hidden"> {person.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What became of the last one, said aloud as it changes. */
function Result() {
  const shown = became.value;
  return (
    <div role="status" class="stack tight">
      {shown && shown.gone.length > 0 && (
        <Note look="go">
          <p class="strong">{t("Scheduled for {names}", { names: namesOf(shown.gone) })}</p>
        </Note>
      )}
      {shown && shown.waiting.length > 0 && (
        <Note look="calm">
          <p class="strong">{t("For {names}: it waits on this device", { names: namesOf(shown.waiting) })}</p>
          <p>{t("It is safe here and sends by itself.")}</p>
        </Note>
      )}
      {shown?.otherwise.map(({ name, why }) => (
        <Note key={name} look="stop">
          <p class="strong">{t("It did not go to {names}", { names: name })}</p>
          <p>
            <ServerWords detail={why} />
          </p>
        </Note>
      ))}
      {shown && shown.notYours.length > 0 && (
        <Note look="stop">
          <p class="strong">{t("It did not go to {names}", { names: namesOf(shown.notYours) })}</p>
          <p>{t("They may be with another PA now. The others are not held up by it.")}</p>
        </Note>
      )}
    </div>
  );
}

function namesOf(sent: readonly Sent[]): string {
  return sent.map(({ name }) => name).join(", ");
}
