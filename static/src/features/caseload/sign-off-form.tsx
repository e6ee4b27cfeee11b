/** Signing a skill off. It needs two things, and never an age: they did it, and they know what to do if it goes wrong. */
import { useState } from "preact/hooks";
import type { Level } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Switch } from "../../ui/field";
import { levelWords } from "../../ui/levels";
import type { Person } from "./rules";
import { useSave } from "./save";

interface SignOffFormProps {
  skill: string;
  level: Level;
  person: Person;
}

export function SignOffForm({ skill, level, person }: SignOffFormProps) {
  const [did, setDid] = useState(false);
  const [knows, setKnows] = useState(false);
  const { save, errors } = useSave(person.space);
  const ready = did && knows;
  return (
    <Card labelledBy="sign-off">
      <h2 id="sign-off">{t("Sign it off")}</h2>
      <ErrorSummary errors={errors} title={t("It is not signed off yet")} />
      <Switch label={t("They did it")} checked={did} onChange={setDid} />
      <Switch
        label={t("They can say what they would do if it went wrong")}
        checked={knows}
        onChange={setKnows}
      />
      {!ready && <p class="s soft">{t("Tick both first.")}</p>}
      <Button busy={!ready} onClick={() => void save("passport.sign_off", { skill, level })}>
        {t("Sign off: {level}", { level: levelWords(level) })}
      </Button>
    </Card>
  );
}
