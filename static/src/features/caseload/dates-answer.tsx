/** Answering a young person: they would like another time, or asked for a review sooner. Accept, move, or a no with words. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { today } from "../../ui/dated";
import { ErrorSummary } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { Note } from "../../ui/note";
import { whenWords } from "../dates/words";
import { MoveForm } from "./dates-change";
import { sentDate, typedOf } from "./dates-place";
import { isUnanswered } from "./dates-rules";
import type { Person } from "./rules";
import { useSave } from "./save";

/** The server's limit. */
const LONGEST = 2000;

interface AnswerProps {
  person: Person;
  date: ShownDate;
}

type Doing = "move" | "no" | null;

export function DateAnswer({ person, date }: AnswerProps) {
  const [doing, setDoing] = useState<Doing>(null);
  if (!isUnanswered(date)) return null;
  const close = () => setDoing(null);
  if (doing === "move") return <MoveForm person={person} date={date} onClose={close} />;
  if (doing === "no") return <NoForm person={person} date={date} onClose={close} />;
  return <Asked person={person} date={date} setDoing={setDoing} />;
}

function Asked({ person, date, setDoing }: AnswerProps & { setDoing: (doing: Doing) => void }) {
  const { save, errors } = useSave(person.space);
  const { proposed } = date;
  const { name } = person;
  const words = proposed ? proposed.words : date.steps.find(({ state }) => state === "asked")?.words;
  const open = proposed?.day && proposed.day >= today();
  const accept = () => {
    if (!proposed) return;
    const when = { day: proposed.day ?? "", time: proposed.time ?? "" };
    void save("date.move", { date: date.id, ...sentDate({ ...typedOf(date), ...when }), words: "" });
  };
  return (
    <Note look="sun">
      <ErrorSummary errors={errors} title={t("Your answer is not given yet")} />
      <p class="strong">
        {proposed
          ? t("{name} asks for another time: {when}", { name, when: whenWords(proposed) })
          : t("{name} asks for this sooner", { name })}
      </p>
      {words && <p class="own-words">{words}</p>}
      {proposed && !open && <p class="s">{t("That day is over now. Choose another one with them.")}</p>}
      <div class="row wraps">
        {open && (
          <Button small onClick={accept}>
            {t("Accept this time")}
          </Button>
        )}
        <Button small look={open ? "quiet" : "main"} onClick={() => setDoing("move")}>
          {proposed ? t("Offer another time") : t("Plan it")}
        </Button>
        <Button small look="quiet" onClick={() => setDoing("no")}>
          {t("Answer no")}
        </Button>
      </div>
    </Note>
  );
}

function NoForm({ person, date, onClose }: AnswerProps & { onClose: () => void }) {
  const [words, setWords] = useState("");
  const { save, errors, show } = useSave(person.space);
  const { name } = person;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!words.trim())
      show([{ field: "words", words: t("Write why. {name} has a right to know.", { name }) }]);
    else if (await save("date.decline", { date: date.id, words: words.trim() })) onClose();
  };
  return (
    <form class="card stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t("Answer no")}</h2>
      <ErrorSummary errors={errors} title={t("Your answer is not given yet")} />
      <AreaField
        id="words"
        label={t("Why not?")}
        hint={t("{name} reads it. Say what would work instead.", { name })}
        value={words}
        onInput={setWords}
        error={errors.find(({ field }) => field === "words")?.words}
        maxLength={LONGEST}
        required
      />
      <Button type="submit">{t("Send this answer")}</Button>
      <Button look="text" onClick={onClose}>
        {t("Not now")}
      </Button>
    </form>
  );
}
