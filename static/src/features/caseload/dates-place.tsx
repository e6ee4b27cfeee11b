/** When, where and with whom: the fields of a date that an adviser plans or moves. */
import type { ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";
import { Field, Switch } from "../../ui/field";
import { sentWhen, WhenFields } from "../dates/when-fields";
import type { TypedDate } from "./dates-typed";

/** The server's limits. */
const LONGEST_PLACE = 200;
const LONGEST_WITH = 120;

interface PlaceFieldsProps {
  value: TypedDate;
  onChange: (value: TypedDate) => void;
  errors: readonly FormError[];
}

export function PlaceFields({ value, onChange, errors }: PlaceFieldsProps) {
  const set = (part: Partial<TypedDate>) => onChange({ ...value, ...part });
  return (
    <>
      <WhenFields value={value} onChange={set} errors={errors} />
      <Switch
        label={t("By phone or video")}
        checked={value.call}
        onChange={(call) => set({ call, ...(call ? { place: "" } : {}) })}
      />
      {!value.call && (
        <Field
          id="place"
          label={t("Where? (optional)")}
          value={value.place}
          onInput={(place) => set({ place })}
          maxLength={LONGEST_PLACE}
          autoComplete="off"
        />
      )}
      <Field
        id="with"
        label={t("Who is there? (optional)")}
        hint={t("They read it, so that nobody there is a surprise.")}
        value={value.with}
        onInput={(whom) => set({ with: whom })}
        maxLength={LONGEST_WITH}
        autoComplete="off"
      />
    </>
  );
}

/** What is there now, to be changed. */
export function typedOf({ day, time, place, with: whom, call }: ShownDate): TypedDate {
  return { day: day ?? "", time: time ?? "", place, with: whom, call };
}

/** As the operations want it. */
export function sentDate(typed: TypedDate) {
  return { ...sentWhen(typed), place: typed.place.trim(), with: typed.with.trim(), call: typed.call };
}
