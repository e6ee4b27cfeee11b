/** The answer forms with times from and to: in care, and back home after it. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import type { FormError } from "../../ui/error-summary";
import { SelectField, Switch } from "../../ui/field";
import { OneAnswer } from "./answer-list";
import { DateField } from "./date-boxes";
import type { BackHome, Stay } from "./draft";
import { AnswerForm, type AnswerProps, errorOf } from "./form";
import { careTypes, type Option, yesNo } from "./questions";
import type { CareType, Tri, When } from "./rules/types";
import { boxesToWhen, type DateBoxes, NO_BOXES, whenToBoxes } from "./when";

/** A time as it stands on the screen. */
interface Span {
  start: DateBoxes;
  startUnsure: boolean;
  end: DateBoxes;
  endUnsure: boolean;
  open: boolean;
}

const emptySpan = (open: boolean): Span => ({
  start: NO_BOXES,
  startUnsure: false,
  end: NO_BOXES,
  endUnsure: false,
  open,
});

function spanOf(start: When, end: When | null, openAllowed: boolean): Span {
  return {
    start: whenToBoxes(start),
    startUnsure: start === "not_sure",
    end: whenToBoxes(end),
    endUnsure: end === "not_sure",
    open: end === null && openAllowed,
  };
}

const whenOf = (boxes: DateBoxes, unsure: boolean): When =>
  unsure ? "not_sure" : (boxesToWhen(boxes) ?? "");

function timesOf(span: Span): { start: When; end: When | null } {
  return {
    start: whenOf(span.start, span.startUnsure),
    end: span.open ? null : whenOf(span.end, span.endUnsure),
  };
}

interface SpanFieldsProps {
  /** Where it stands in the answers, with dashes: the ids of its fields begin so. */
  id: string;
  span: Span;
  onChange: (span: Span) => void;
  errors: FormError[];
  /** What going on is called; null where it cannot go on. */
  openWords: string | null;
}

function SpanFields({ id, span, onChange, errors, openWords }: SpanFieldsProps) {
  const change = (part: Partial<Span>) => onChange({ ...span, ...part });
  return (
    <>
      <DateField
        id={`${id}-start`}
        legend={t("From")}
        boxes={span.start}
        onChange={(start) => change({ start })}
        error={errorOf(errors, `${id}-start`)}
        unsure={{ on: span.startUnsure, onChange: (startUnsure) => change({ startUnsure }) }}
      />
      {openWords && <Switch label={openWords} checked={span.open} onChange={(open) => change({ open })} />}
      {!span.open && (
        <DateField
          id={`${id}-end`}
          legend={t("Until")}
          boxes={span.end}
          onChange={(end) => change({ end })}
          error={errorOf(errors, `${id}-end`)}
          unsure={{ on: span.endUnsure, onChange: (endUnsure) => change({ endUnsure }) }}
        />
      )}
    </>
  );
}

interface StaysProps extends AnswerProps<Stay[]> {
  /** Whether a time can go on, and what that is called. */
  openWords: string | null;
}

type StayRow = Span & { type: string };

export function Stays({ value, onAnswer, openWords }: StaysProps) {
  const [rows, setRows] = useState<StayRow[]>(() =>
    value?.length
      ? value.map(({ start, end, type }) => ({ ...spanOf(start, end, openWords !== null), type }))
      : [{ ...emptySpan(openWords !== null), type: "" }],
  );
  const [errors, setErrors] = useState<FormError[]>([]);
  const change = (at: number, row: StayRow) => setRows(rows.map((one, place) => (place === at ? row : one)));
  const submit = () => {
    const untyped = rows.flatMap(({ type }, at) =>
      type === "" ? [{ field: `care_spells-${at}-type`, words: t("Choose where you lived.") }] : [],
    );
    const stays = rows.map((row) => ({ ...timesOf(row), type: (row.type || "not_sure") as CareType }));
    setErrors(untyped.length > 0 ? untyped : onAnswer(stays));
  };
  return (
    <AnswerForm errors={errors} onSubmit={submit}>
      {rows.map((row, at) => (
        <StayCard
          // The rows have no name of their own; taking one away in the middle draws the later ones again.
          key={at}
          at={at}
          row={row}
          errors={errors}
          openWords={openWords}
          onChange={(now) => change(at, now)}
          onRemove={rows.length > 1 ? () => setRows(rows.filter((_, place) => place !== at)) : null}
        />
      ))}
      <Button look="quiet" onClick={() => setRows([...rows, { ...emptySpan(false), type: "" }])}>
        {t("Add another time")}
      </Button>
    </AnswerForm>
  );
}

/** A list of the phone's own takes nothing but text. */
function onOneLine({ value, words, english }: Option): Option {
  const said = !english || words.toLowerCase().includes(english.toLowerCase());
  return { value, words: said ? words : `${words} (\u2066${english}\u2069)` };
}

interface StayCardProps {
  at: number;
  row: StayRow;
  errors: FormError[];
  openWords: string | null;
  onChange: (row: StayRow) => void;
  onRemove: (() => void) | null;
}

function StayCard({ at, row, errors, openWords, onChange, onRemove }: StayCardProps) {
  const id = `care_spells-${at}`;
  return (
    <section class="card stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{at === 0 ? t("Time in care") : t("Time in care {n}", { n: at + 1 })}</h2>
      <SelectField
        id={`${id}-type`}
        label={t("Where did you live?")}
        value={row.type}
        onInput={(type) => onChange({ ...row, type })}
        options={[
          ...(row.type === "" ? [{ value: "", words: t("Choose") }] : []),
          ...careTypes().map(onOneLine),
        ]}
        error={errorOf(errors, `${id}-type`)}
      />
      <SpanFields
        id={id}
        span={row}
        onChange={(span) => onChange({ ...row, ...span })}
        errors={errors}
        openWords={openWords}
      />
      {onRemove && (
        <Button look="text" onClick={onRemove}>
          {t("Remove this time")}
        </Button>
      )}
    </section>
  );
}

export function HomeAgain({
  legend,
  adult,
  value,
  onAnswer,
}: AnswerProps<BackHome> & { legend: string; adult: boolean }) {
  const [went, setWent] = useState<Tri | null>(value?.went ?? null);
  const [span, setSpan] = useState<Span>(() =>
    value?.start ? spanOf(value.start, value.end ?? null, true) : emptySpan(false),
  );
  const [errors, setErrors] = useState<FormError[]>([]);
  const submit = () => {
    if (went === null) {
      const words = t("Choose an answer. “Not sure” is fine too.");
      return setErrors([{ field: "home-first", words }]);
    }
    setErrors(onAnswer(went === "yes" ? { went, ...timesOf(span) } : { went }));
  };
  return (
    <AnswerForm errors={errors} onSubmit={submit}>
      <OneAnswer
        legend={legend}
        name="home"
        options={yesNo()}
        value={went}
        onChange={(now) => setWent(now as Tri)}
      />
      {went === "yes" && (
        <SpanFields
          id="home_spell"
          span={span}
          onChange={setSpan}
          errors={errors}
          openWords={adult ? t("I was still there when I turned 18") : t("I am still there")}
        />
      )}
    </AnswerForm>
  );
}
