/** Answering a request: agree, say no with a reason that the young person reads, or mark it as done. Works offline. */
import { useState } from "preact/hooks";
import type { ShownRequest } from "../../data/asks-view";
import { t } from "../../i18n/index";
import { Button, type ButtonLook } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { Note } from "../../ui/note";
import { type Answer, answersFor } from "./request-words";
import type { Person } from "./rules";
import { useSave } from "./save";

const MAX_WORDS = 2000;

interface AnswerProps {
  person: Person;
  request: ShownRequest;
}

export function AnswerPart({ person, request }: AnswerProps) {
  const [chosen, setChosen] = useState<Answer | null>(null);
  const open = answersFor(request.state);
  if (open.length === 0) return null;
  if (chosen && open.includes(chosen))
    return (
      <AnswerForm
        key={chosen}
        person={person}
        request={request}
        answer={chosen}
        onClose={() => setChosen(null)}
      />
    );
  return (
    <Card labelledBy="answer">
      <h2 id="answer">{request.state === "agreed" ? t("What comes next") : t("Your answer")}</h2>
      {open.map((answer) => (
        <Button key={answer} look={lookOf(answer, open)} onClick={() => setChosen(answer)}>
          {buttonWords(answer, request)}
        </Button>
      ))}
    </Card>
  );
}

function lookOf(answer: Answer, open: Answer[]): ButtonLook {
  if (answer === "refused") return "danger";
  return answer === open[0] ? "main" : "quiet";
}

function buttonWords(answer: Answer, { state }: ShownRequest): string {
  if (answer === "done") return t("Mark as done");
  if (answer === "agreed") return state === "refused" ? t("Agree after all") : t("Agree");
  return state === "agreed" ? t("Say no after all") : t("Say no");
}

interface FormProps extends AnswerProps {
  answer: Answer;
  onClose: () => void;
}

function AnswerForm({ person, request, answer, onClose }: FormProps) {
  const [words, setWords] = useState("");
  const { save, errors, show } = useSave(person.space);
  const { name } = person;
  const submit = async (event: Event) => {
    event.preventDefault();
    const body = { request: request.id, state: answer, words: words.trim() };
    if (answer === "refused" && !body.words)
      show([{ field: "words", words: t("Write why. {name} has a right to know.", { name }) }]);
    else if (await save("request.step", body)) onClose();
  };
  const { label, hint } = fieldWords(answer, name);
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Card labelledBy="answer">
        <h2 id="answer">{buttonWords(answer, request)}</h2>
        <ErrorSummary errors={errors} title={t("Your answer is not given yet")} />
        {answer === "refused" && <AboutRefusing name={name} />}
        <AreaField
          id="words"
          label={label}
          hint={hint}
          value={words}
          onInput={setWords}
          error={errors.find(({ field }) => field === "words")?.words}
          maxLength={MAX_WORDS}
        />
        <Button type="submit" look={answer === "refused" ? "danger" : "main"}>
          {buttonWords(answer, request)}
        </Button>
        <Button look="text" onClick={onClose}>
          {t("Not now")}
        </Button>
      </Card>
    </form>
  );
}

function AboutRefusing({ name }: { name: string }) {
  return (
    <Note>
      <p class="strong">{t("{name} will read your reason", { name })}</p>
      <p>
        {t(
          "With it the app shows them what they can do about a no: ask why in writing, get an advocate, and complain.",
        )}
      </p>
    </Note>
  );
}

function fieldWords(answer: Answer, name: string): { label: string; hint: string } {
  switch (answer) {
    case "agreed":
      return {
        label: t("What happens next? (You can leave this empty.)"),
        hint: t("{name} reads it. For example: when the money comes, and how.", { name }),
      };
    case "refused":
      return {
        label: t("Why not?"),
        hint: t("Kind and clear: which rule it rests on, and what would change the answer."),
      };
    case "done":
      return {
        label: t("Is there something to add? (You can leave this empty.)"),
        hint: t("{name} reads it. For example: paid into your account on 3 May.", { name }),
      };
  }
}
