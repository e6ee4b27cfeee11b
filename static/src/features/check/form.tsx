/** What every question has around its answers: what is wrong, the answers, the button to go on. */
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";

/** What the form of a question gets: the answer so far, and what to do with a new one. */
export interface AnswerProps<T> {
  value: T | null;
  /** Gives what is wrong with it; nothing when it was kept and the next question comes. */
  onAnswer: (value: T) => FormError[];
}

interface AnswerFormProps {
  errors: FormError[];
  onSubmit: () => void;
  children: ComponentChildren;
}

export function AnswerForm({ errors, onSubmit, children }: AnswerFormProps) {
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <ErrorSummary errors={errors} />
      {children}
      <Button type="submit">{t("Next")}</Button>
    </form>
  );
}

/** The words of the error about one field. */
export function errorOf(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((one) => one.field === field)?.words;
}
