/** The second page of signing in, for staff: the 6-digit code of their code app, or one of their recovery codes. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { type Trouble, WaitLine } from "./attempt";

interface SecondStepProps {
  attempt: Trouble;
  onCode: (code: string) => void;
  onBack: () => void;
}

export function SecondStep({ attempt, onCode, onBack }: SecondStepProps) {
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  const heading = useStepFocus();
  const submit = (event: Event) => {
    event.preventDefault();
    if (code.trim()) onCode(code.trim());
    else attempt.show([{ field: "code", words: t("Write the code.") }]);
  };
  const swap = () => {
    setCode("");
    attempt.clear();
    setRecovery(!recovery);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 tabIndex={-1} ref={heading}>
        {recovery ? t("Use a recovery code") : t("Now the code from your code app")}
      </h2>
      <ErrorSummary errors={attempt.errors} title={t("You are not signed in yet")} />
      {recovery ? (
        <Field
          key="recovery"
          id="code"
          label={t("Recovery code")}
          hint={t("One of the codes you kept when you joined. Each works once.")}
          value={code}
          onInput={setCode}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ) : (
        <SixDigits value={code} onInput={setCode} />
      )}
      <WaitLine seconds={attempt.wait} />
      <Button type="submit" busy={attempt.busy || attempt.wait > 0}>
        {attempt.busy ? t("Signing in…") : t("Sign in")}
      </Button>
      <Button look="text" onClick={swap}>
        {recovery ? t("Use my code app") : t("I do not have my code app: use a recovery code")}
      </Button>
      <Button look="text" onClick={onBack}>
        {t("Back to name and pass phrase")}
      </Button>
    </form>
  );
}

/** The field for the code that a code app shows. */
export function SixDigits({
  value,
  onInput,
  error,
}: {
  value: string;
  onInput: (value: string) => void;
  error?: string | null;
}) {
  return (
    <Field
      id="code"
      label={t("6-digit code")}
      hint={t("It changes every 30 seconds. If it is about to change, wait for the next one.")}
      value={value}
      onInput={(typed) => onInput(typed.replace(/\D/g, "").slice(0, 6))}
      inputMode="numeric"
      autoComplete="one-time-code"
      error={error ?? null}
    />
  );
}

/** Moves the focus to the heading of a step that replaced the one before on the same screen. */
export function useStepFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
