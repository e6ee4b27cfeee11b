/** One step of challenging a decision: what it is, by when, and on which day it was done. */
import { useState } from "preact/hooks";
import { formatDate, t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { today } from "../../ui/dated";
import { Field } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Tag } from "../../ui/tag";
import { SaveTrouble, useSave } from "../passport/save";
import type { Deadline, PlannedStep } from "./challenge-days";
import { countdown } from "./words";

interface StepCardProps {
  number: number;
  planned: PlannedStep;
  /** Id of the request. */
  request: string;
  help: StepHelp | null;
  /** Its turn has come: shown open. */
  current: boolean;
}

/** Where a step is made easier, and what the button to it says. */
export interface StepHelp {
  href: string;
  words: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function StepCard({ number, planned, request, help, current }: StepCardProps) {
  const { step, done, due, waitsFor } = planned;
  return (
    <Fold
      startOpen={current}
      head={
        <>
          <span class="grow">
            <span class="s soft line2">
              {step.acts === "you"
                ? t("Step {number} · you", { number })
                : t("Step {number} · the council or others", { number })}
            </span>
            <b class="line2">{step.title}</b>
            {done && <Tag look="go">{t("Done {date}", { date: formatDate(done, "short") })}</Tag>}
            {!done && due && <span class="s line2">{dueWords(due, step.acts === "you")}</span>}
          </span>
          <Icon name="down" />
        </>
      }
    >
      <p>{step.text}</p>
      {!done && due && <More due={due} yours={step.acts === "you"} />}
      {!done && waitsFor && (
        <p class="s soft">
          {t("Write down the day of “{step}”, and the date appears here.", { step: waitsFor.title })}
        </p>
      )}
      {help && (
        <ButtonLink href={help.href} look={done ? "quiet" : "main"}>
          {help.words}
        </ButtonLink>
      )}
      <Done planned={planned} request={request} />
    </Fold>
  );
}

function dueWords({ usual, latest }: Deadline, yours: boolean): string {
  if (yours) return t("Do this by {date} ({when})", words(usual));
  return latest ? t("Usually by {date} ({when})", words(usual)) : t("By {date} ({when})", words(usual));
}

function More({ due, yours }: { due: Deadline; yours: boolean }) {
  const over = (due.latest ?? due.usual) < today();
  return (
    <>
      {due.latest && <p class="strong">{t("At the latest by {date} ({when})", words(due.latest))}</p>}
      {!due.sure && <p class="s soft">{t("We expect this, if the step before takes as long as it may.")}</p>}
      {over && !yours && due.sure && (
        <div>
          <Tag look="stop">{t("Late: you can go on to the next step")}</Tag>
        </div>
      )}
    </>
  );
}

const words = (day: string) => ({ date: formatDate(day, "long"), when: countdown(day) });

/** The day it was done: written down, changed, or taken back. */
function Done({ planned: { step, done }, request }: Pick<StepCardProps, "planned" | "request">) {
  const { save, trouble } = useSave();
  const [day, setDay] = useState<string | null>(null);
  const put = (on: string | null) => {
    save("request.challenge", { request, step: step.id, on });
    setDay(null);
  };
  const yours = step.acts === "you";
  if (day !== null) {
    return (
      <>
        <Field
          id={`day-${step.id}`}
          type="date"
          label={yours ? t("On which day did you do this?") : t("On which day did this happen?")}
          value={day}
          onInput={setDay}
        />
        <div class="row wraps">
          <Button small busy={!DAY.test(day) || day > today()} onClick={() => put(day)}>
            {t("Save the day")}
          </Button>
          {done && (
            <Button look="quiet" small onClick={() => put(null)}>
              {t("It did not happen yet")}
            </Button>
          )}
        </div>
      </>
    );
  }
  return (
    <>
      {done && (
        <p class="strong">
          {yours
            ? t("You did this on {date}.", { date: formatDate(done, "long") })
            : t("This happened on {date}.", { date: formatDate(done, "long") })}
        </p>
      )}
      <Button look={done ? "text" : "quiet"} small onClick={() => setDay(done ?? today())}>
        {done ? t("Change the day") : yours ? t("I have done this") : t("This has happened")}
        <span class="hidden">: {step.title}</span>
      </Button>
      <SaveTrouble trouble={trouble} />
    </>
  );
}
