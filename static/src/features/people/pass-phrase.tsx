/** The pass phrase, typed to sign in or chosen for the first time; it can be shown while it is typed. */
import { useState } from "preact/hooks";
import { t, tn } from "../../i18n/index";
import { Field, Switch } from "../../ui/field";

/** The server's own rule. */
export const SHORTEST = 10;

interface PassPhraseProps {
  id: string;
  value: string;
  onInput: (value: string) => void;
  error?: string | null;
  label?: string;
  hint?: string;
  /** Tells a password manager which of the two this is. */
  fresh?: boolean;
}

export function PassPhraseField({ fresh = false, label, ...rest }: PassPhraseProps) {
  const [shown, setShown] = useState(false);
  return (
    <div class="stack tight">
      <Field
        {...rest}
        label={label ?? t("Pass phrase")}
        type={shown ? "text" : "password"}
        autoComplete={fresh ? "new-password" : "current-password"}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Switch label={t("Show what I type")} checked={shown} onChange={setShown} />
    </div>
  );
}

/** Characters as a person counts them: an emoji is one. */
export function lengthOf(phrase: string): number {
  return [...phrase].length;
}

/** Says while typing how much is missing. Only the end is announced, not each letter. */
export function LengthHint({ phrase }: { phrase: string }) {
  const missing = SHORTEST - lengthOf(phrase);
  return (
    <>
      <p class="s soft" aria-hidden="true">
        {missing > 0
          ? tn("{n} more character to go", "{n} more characters to go", missing, { n: missing })
          : t("Long enough. Longer is even safer.")}
      </p>
      <p class="hidden" role="status">
        {missing > 0 ? "" : t("Long enough")}
      </p>
    </>
  );
}
