/** The short answer forms: one of a list, several of a list, and the birthday. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Both, inBoth } from "../../ui/beside";
import type { FormError } from "../../ui/error-summary";
import { Switch } from "../../ui/field";
import { ManyAnswers, OneAnswer } from "./answer-list";
import { DateField } from "./date-boxes";
import type { Draft, HomeAt16 } from "./draft";
import { AnswerForm, type AnswerProps, errorOf } from "./form";
import { notSure, type Option, optionsWithEnglish, otherHomes } from "./questions";
import { boxesToWhen, whenToBoxes } from "./when";

const chooseFirst = (name: string): FormError[] => [
  { field: `${name}-first`, words: t("Choose an answer. “Not sure” is fine too.") },
];

interface ChooseProps extends AnswerProps<string> {
  legend: string;
  name: string;
  options: readonly Option[];
}

export function ChooseOne({ legend, name, options, value, onAnswer }: ChooseProps) {
  const [chosen, choose] = useState(value);
  const [errors, setErrors] = useState<FormError[]>([]);
  return (
    <AnswerForm
      errors={errors}
      onSubmit={() => setErrors(chosen === null ? chooseFirst(name) : onAnswer(chosen))}
    >
      <OneAnswer legend={legend} name={name} options={options} value={chosen} onChange={choose} />
    </AnswerForm>
  );
}

/** "None of these" and "not sure" stand apart: each of them alone is an answer. */
export function OtherHomes({ legend, value, onAnswer }: AnswerProps<HomeAt16[]> & { legend: string }) {
  const [chosen, choose] = useState<string[] | null>(value && (value.length === 0 ? ["none"] : value));
  const [errors, setErrors] = useState<FormError[]>([]);
  const apart = optionsWithEnglish(() => [{ value: "none", words: t("None of these") }, notSure()]);
  const pick = (now: string[]) => {
    const last = now.at(-1) ?? "";
    const alone = apart.some((one) => one.value === last);
    choose(alone ? [last] : now.filter((one) => !apart.some((other) => other.value === one)));
  };
  return (
    <AnswerForm
      errors={errors}
      onSubmit={() => {
        if (!chosen || chosen.length === 0) return setErrors(chooseFirst("other"));
        setErrors(onAnswer(chosen.filter((one) => one !== "none") as HomeAt16[]));
      }}
    >
      <ManyAnswers
        legend={legend}
        name="other"
        options={[...otherHomes(), ...apart]}
        chosen={chosen ?? []}
        onChange={pick}
      />
    </AnswerForm>
  );
}

const older = () => t("The council or the Home Office says that I am older than this");

export function Birthday({ legend, value, onAnswer }: AnswerProps<Draft["birthday"]> & { legend: string }) {
  const [boxes, setBoxes] = useState(whenToBoxes(value?.dob));
  const [disputed, setDisputed] = useState(value?.disputed === "yes");
  const [errors, setErrors] = useState<FormError[]>([]);
  return (
    <AnswerForm
      errors={errors}
      onSubmit={() =>
        setErrors(onAnswer({ dob: boxesToWhen(boxes) ?? "", disputed: disputed ? "yes" : "no" }))
      }
    >
      <DateField
        id="dob"
        legend={legend}
        showLegend={false}
        boxes={boxes}
        onChange={setBoxes}
        error={errorOf(errors, "dob")}
      />
      <Switch
        label={
          <span>
            <Both {...inBoth(older)} />
          </span>
        }
        checked={disputed}
        onChange={setDisputed}
      />
    </AnswerForm>
  );
}
