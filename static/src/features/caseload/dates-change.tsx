/** What an adviser does with a date: move it with words, say that it took place or did not, or call it off. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { Button, type ButtonLook } from "../../ui/button";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { ErrorSummary } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { whenErrors } from "../dates/when-fields";
import { PlaceFields, sentDate, typedOf } from "./dates-place";
import { isUnanswered } from "./dates-rules";
import { FoldHead } from "./fold-head";
import type { Person } from "./rules";
import { useSave } from "./save";

/** The server's limit. */
const LONGEST = 2000;

type Mark = "held" | "missed" | "cancelled";
type Doing = Mark | "move" | null;

interface DateProps {
  person: Person;
  date: ShownDate;
}

export function DateTools({ person, date }: DateProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  if (doing === "move") return <MoveForm person={person} date={date} onClose={close} />;
  if (doing) return <MarkForm key={doing} person={person} date={date} mark={doing} onClose={close} />;
  // What they ask for comes first, with its own buttons.
  if (date.state !== "planned" || isUnanswered(date)) return null;
  return (
    <Card labelledBy="tools">
      <h2 id="tools">{t("What would you like to do?")}</h2>
      <Deeds date={date} words={t("Move it")} setDoing={setDoing} />
    </Card>
  );
}

/** What was written down of a date that is over can be put right; folded away, for it is rare. */
export function PutRight({ person, date }: DateProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  if (date.state === "planned" || date.state === "asked") return null;
  if (doing === "move") return <MoveForm person={person} date={date} onClose={close} />;
  if (doing) return <MarkForm key={doing} person={person} date={date} mark={doing} onClose={close} />;
  return (
    <Fold head={<FoldHead words={t("Is something here not right?")} />}>
      <Deeds date={date} words={t("Plan it for another day")} setDoing={setDoing} />
    </Fold>
  );
}

interface DeedsProps {
  date: ShownDate;
  /** What moving it is called. */
  words: string;
  setDoing: (doing: Doing) => void;
}

function Deeds({ date, words, setDoing }: DeedsProps) {
  return (
    <>
      {marksFor(date).map((mark) => (
        <Button key={mark} look={lookOf(mark, date)} onClick={() => setDoing(mark)}>
          {markWords(mark)}
        </Button>
      ))}
      <Button look="quiet" onClick={() => setDoing("move")}>
        {words}
      </Button>
    </>
  );
}

/** It took place: not before its day. */
function marksFor({ state, day }: ShownDate): Mark[] {
  const come = day !== null && day <= today();
  const all: Mark[] = come ? ["held", "missed", "cancelled"] : ["cancelled"];
  return all.filter((mark) => mark !== state);
}

function lookOf(mark: Mark, { state }: ShownDate): ButtonLook {
  return mark === "held" && state === "planned" ? "main" : "quiet";
}

function markWords(mark: Mark): string {
  switch (mark) {
    case "held":
      return t("It took place");
    case "missed":
      return t("It did not take place");
    case "cancelled":
      return t("Call it off");
  }
}

function MarkForm({ person, date, mark, onClose }: DateProps & { mark: Mark; onClose: () => void }) {
  const [words, setWords] = useState("");
  const { save, errors } = useSave(person.space);
  const { name } = person;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await save("date.mark", { date: date.id, state: mark, words: words.trim() })) onClose();
  };
  return (
    <form class="card stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{markWords(mark)}</h2>
      <ErrorSummary errors={errors} title={t("It is not written down yet")} />
      <AreaField
        id="words"
        label={t("Is there something to add? (optional)")}
        hint={
          mark === "held"
            ? t("{name} reads it.", { name })
            : t("{name} reads it. Say what happened and what comes next. It is nobody’s fault here.", {
                name,
              })
        }
        value={words}
        onInput={setWords}
        maxLength={LONGEST}
      />
      <Button type="submit" look={mark === "cancelled" ? "danger" : "main"}>
        {mark === "cancelled" ? t("Yes, call it off") : t("Write it down")}
      </Button>
      <Button look="text" onClick={onClose}>
        {t("Not now")}
      </Button>
    </form>
  );
}

export function MoveForm({ person, date, onClose }: DateProps & { onClose: () => void }) {
  const [typed, setTyped] = useState(typedOf(date));
  const [words, setWords] = useState("");
  const { save, errors, show } = useSave(person.space);
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = whenErrors(typed);
    if (wrong.length > 0) show(wrong);
    else if (await save("date.move", { date: date.id, ...sentDate(typed), words: words.trim() })) onClose();
  };
  const asked = date.state === "asked";
  return (
    <form class="card stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{asked ? t("Plan it") : t("Move it")}</h2>
      <ErrorSummary errors={errors} title={asked ? t("It is not planned yet") : t("It is not moved yet")} />
      <PlaceFields value={typed} onChange={setTyped} errors={errors} />
      <AreaField
        id="words"
        label={t("Is there something to add? (optional)")}
        hint={t("{name} reads it. For example: why it moves.", { name: person.name })}
        value={words}
        onInput={setWords}
        maxLength={LONGEST}
      />
      <Button type="submit">{asked ? t("Plan it") : t("Move it")}</Button>
      <Button look="text" onClick={onClose}>
        {t("Leave it as it is")}
      </Button>
    </form>
  );
}
