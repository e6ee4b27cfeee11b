/** Choosing a pass phrase, with plain advice and a live count of what is missing. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { Note } from "../../ui/note";
import { type Trouble, WaitLine } from "./attempt";
import type { Found } from "./invitation";
import { DeviceNameField } from "./join-code";
import { LengthHint, lengthOf, PassPhraseField, SHORTEST } from "./pass-phrase";
import { useStepFocus } from "./second-step";

interface ChoosePhraseProps {
  found: Found;
  join: { finish: Trouble; deviceName: string; setDeviceName: (name: string) => void };
  onDone: (phrase: string) => void;
}

export function ChoosePhrase({ found, join, onDone }: ChoosePhraseProps) {
  const [phrase, setPhrase] = useState("");
  const heading = useStepFocus();
  const { finish } = join;
  const submit = (event: Event) => {
    event.preventDefault();
    if (lengthOf(phrase) >= SHORTEST) onDone(phrase);
    else
      finish.show([
        { field: "phrase", words: t("Make it longer: at least {n} characters.", { n: SHORTEST }) },
      ]);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 tabIndex={-1} ref={heading}>
        {t("Pick a pass phrase")}
      </h2>
      <ErrorSummary errors={finish.errors} />
      <Note>
        <p>
          {t(
            "Three or four words that only you would put together are good, like a funny picture in your head. Spaces are fine.",
          )}
        </p>
        <p>
          {t(
            "Not your name, birthday or team: people guess those first. No one from the council will ever ask you for it.",
          )}
        </p>
      </Note>
      {/* Password managers keep a pass phrase beside the name that stands before it. */}
      {found.sign_in_name && (
        <input
          class="hidden"
          type="text"
          autoComplete="username"
          value={found.sign_in_name}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      <PassPhraseField id="phrase" value={phrase} onInput={setPhrase} label={t("Your pass phrase")} fresh />
      <LengthHint phrase={phrase} />
      <DeviceNameField {...join} />
      <WaitLine seconds={finish.wait} />
      <Button type="submit" busy={finish.busy || finish.wait > 0}>
        {finish.busy ? t("One moment…") : t("Use this pass phrase")}
      </Button>
    </form>
  );
}
