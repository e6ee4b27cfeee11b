/** A day and, if there is one, a time. */
import { t } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { dayTrouble } from "./day-rules";
import { today } from "./london";

export interface TypedWhen {
  day: string;
  time: string;
}

interface WhenFieldsProps {
  value: TypedWhen;
  onChange: (value: TypedWhen) => void;
  errors: readonly FormError[];
}

export function WhenFields({ value, onChange, errors }: WhenFieldsProps) {
  return (
    <>
      <Field
        id="day"
        type="date"
        label={t("Which day?")}
        value={value.day}
        onInput={(day) => onChange({ ...value, day })}
        error={errors.find(({ field }) => field === "day")?.words}
        required
      />
      <Field
        id="time"
        type="time"
        label={t("What time? (optional)")}
        hint={t("Leave it empty for the whole day.")}
        value={value.time}
        onInput={(time) => onChange({ ...value, time })}
      />
    </>
  );
}

/** What is wrong with the day, in words. */
export function whenErrors({ day }: TypedWhen): FormError[] {
  switch (dayTrouble(day, today())) {
    case "none":
      return [{ field: "day", words: t("Choose a day.") }];
    case "past":
      return [{ field: "day", words: t("Choose a day that is still to come.") }];
    case "far":
      return [{ field: "day", words: t("Choose a day in the next five years.") }];
    default:
      return [];
  }
}

/** As the operations want it: no time is null. */
export function sentWhen({ day, time }: TypedWhen): { day: string; time: string | null } {
  return { day, time: time || null };
}
