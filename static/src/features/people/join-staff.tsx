/** Staff only: setting up the code app, and the recovery codes, which are shown this once. */
import { useState } from "preact/hooks";
import type { Me } from "../../data/types";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Switch } from "../../ui/field";
import { Note } from "../../ui/note";
import { type Trouble, WaitLine } from "./attempt";
import { inGroups } from "./code";
import { CopyButton } from "./copy-button";
import type { Enrolment } from "./invitation";
import { homeOf } from "./places";
import { Qr } from "./qr";
import { SixDigits, useStepFocus } from "./second-step";

interface SetUpProps {
  enrol: Enrolment;
  attempt: Trouble;
  onCode: (digits: string) => void;
}

export function SetUpCodeApp({ enrol, attempt, onCode }: SetUpProps) {
  const [digits, setDigits] = useState("");
  const heading = useStepFocus();
  const submit = (event: Event) => {
    event.preventDefault();
    if (digits.length === 6) onCode(digits);
    else attempt.show([{ field: "code", words: t("Write all 6 digits.") }]);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 tabIndex={-1} ref={heading}>
        {t("Set up your code app")}
      </h2>
      <p>
        {t(
          "A code app on your phone gives a new 6-digit code every 30 seconds. It keeps young people’s information safe if someone learns your pass phrase.",
        )}
      </p>
      <ErrorSummary errors={attempt.errors} title={t("That did not work")} />
      <Card>
        <p class="strong">{t("1. Scan this with your code app")}</p>
        <Qr text={enrol.otpauth_uri} label={t("A square to scan with your code app")} />
        <p class="s">
          <a href={enrol.otpauth_uri}>{t("The code app is on this device: open it")}</a>
        </p>
        <p class="s soft">{t("Or type this key into it:")}</p>
        <p class="strong">
          <bdi>{inGroups(enrol.secret)}</bdi>
        </p>
        <CopyButton text={enrol.secret}>{t("Copy the key")}</CopyButton>
      </Card>
      <p class="strong">{t("2. Write the code that it shows")}</p>
      <SixDigits value={digits} onInput={setDigits} />
      <WaitLine seconds={attempt.wait} />
      <Button type="submit" busy={attempt.busy || attempt.wait > 0}>
        {attempt.busy ? t("One moment…") : t("Go on")}
      </Button>
    </form>
  );
}

export function RecoveryCodes({ who, codes }: { who: Me; codes: string[] }) {
  const [kept, setKept] = useState(false);
  const heading = useStepFocus();
  return (
    <div class="stack">
      <h2 tabIndex={-1} ref={heading}>
        {t("Keep these recovery codes")}
      </h2>
      <p>{t("If you lose your code app, each of these lets you in once. We show them only now.")}</p>
      <Card>
        <ul class="bare stack tight">
          {codes.map((code) => (
            <li key={code} class="code">
              <bdi>{code}</bdi>
            </li>
          ))}
        </ul>
      </Card>
      <div class="row wraps">
        <CopyButton text={codes.join("\n")}>{t("Copy them")}</CopyButton>
        <Button look="quiet" small onClick={() => print()}>
          {t("Print them")}
        </Button>
      </div>
      <Note>
        <p>{t("Keep them away from this device: in a locked drawer or a password manager.")}</p>
      </Note>
      <Switch label={t("I have kept them")} checked={kept} onChange={setKept} />
      {kept && <ButtonLink href={homeOf(who.account.role)}>{t("Go on")}</ButtonLink>}
    </div>
  );
}
