/** Why a manager looks: asked before anything is shown, because the young person reads it. */
import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { namedField } from "../cover/form-errors";

/** As the server counts: letters without the spaces between them, and how many at most. */
const FEWEST = 10;
const LONGEST = 500;

export interface Reason {
  id: string;
  typed: string;
  type: (words: string) => void;
  /** As it is sent. */
  words: string;
  /** What is wrong with it; null when it says something. */
  trouble: () => FormError | null;
  /** The words of the server about it. */
  named: (error: unknown) => FormError | null;
}

export function useReason(): Reason {
  const id = useId();
  const [typed, type] = useState("");
  const words = typed.trim();
  return {
    ...{ id, typed, type, words },
    trouble: () =>
      words.replace(/\s/g, "").length < FEWEST
        ? { field: id, words: t("Say in a few words why you need to look.") }
        : null,
    named: (error) => namedField(error, ["reason"], () => id),
  };
}

interface ReasonFieldProps {
  reason: Reason;
  name: string;
  errors: readonly FormError[];
}

export function ReasonField({ reason, name, errors }: ReasonFieldProps) {
  return (
    <Field
      id={reason.id}
      label={t("Why do you need to look?")}
      hint={t("{name} sees your name, the day and these words under “Who looked”.", { name })}
      value={reason.typed}
      onInput={reason.type}
      error={errors.find((error) => error.field === reason.id)?.words}
      maxLength={LONGEST}
      autoComplete="off"
    />
  );
}
