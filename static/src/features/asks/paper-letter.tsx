/** Asking by letter, for somebody who has not signed in or who likes paper better. */
import { useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { me } from "../../data/session";
import type { Bundle, Entitlement } from "../../data/types";
import { t } from "../../i18n/index";
import { today } from "../../ui/dated";
import { AreaField } from "../../ui/field";
import { WithBundle } from "../../ui/with-bundle";
import { answerRule, contentNow, entryOf } from "./asks";
import { requestLetter } from "./letter";
import { LetterPage } from "./letter-page";
import { UnknownEntry } from "./unknown-entry";

export function PaperLetter() {
  const { entitlement } = useParams<{ entitlement: string }>();
  // The way here: a person without an account comes straight from what they read about.
  const back = {
    href: me.value ? `/asks/new/${entitlement}` : `/rights/money/${entitlement}`,
    words: t("Back"),
  };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const entry = entryOf(bundle, entitlement);
        if (entry) return <Fill entry={entry} bundle={bundle} back={back} />;
        return <UnknownEntry />;
      }}
    </WithBundle>
  );
}

interface FillProps {
  entry: Entitlement;
  bundle: Bundle;
  back: { href: string; words: string };
}

function Fill({ entry, bundle, back }: FillProps) {
  const [need, setNeed] = useState("");
  const write = () => {
    const content = contentNow(bundle);
    const said = entryOf(content, entry.id) ?? entry;
    const rest = { answerDays: answerRule(content).answer_days, today: today() };
    return requestLetter(said, need, { bundle: content, entry: said, ...rest });
  };
  return (
    <LetterPage title={t("Letter to ask")} back={back} write={write}>
      <AreaField id="need" label={t("What do you need?")} value={need} onInput={setNeed} />
    </LetterPage>
  );
}
