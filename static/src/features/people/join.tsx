/**
 * Joining with a code: look who it is for, "this is me", a pass phrase, and for staff their code app. Nothing is spent
 * before "this is me", and on an iPhone not before the person has chosen between the app and the browser.
 */
import { APP_NAME } from "../../app/name";
import { me, sessionEnded } from "../../data/session";
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { tidyCode } from "./code";
import { CopyButton } from "./copy-button";
import { isAppleBrowser } from "./device-name";
import { AskIfMe, EnterCode, InstallFirst, NotMe } from "./join-code";
import { Welcome } from "./join-done";
import { ChoosePhrase } from "./join-phrase";
import { RecoveryCodes, SetUpCodeApp } from "./join-staff";
import { SecondStep } from "./second-step";
import { SignedInAlready } from "./signed-in-already";
import { type Joining, type Step, useJoin } from "./use-join";

/** Before these steps are over nobody new is signed in, so someone else who is has to leave first. */
const BEFORE_SPENDING: readonly Step["at"][] = ["code", "install", "ask", "not-me", "phrase", "second"];

export function Join() {
  const join = useJoin();
  const taken = me.value && !sessionEnded.value && BEFORE_SPENDING.includes(join.step.at);
  return (
    <Page title={t("Join with a code")} bar={APP_NAME}>
      {taken ? (
        <SignedInAlready>
          <p>{t("Your code was not used. Copy it, then use it when the other person has signed out.")}</p>
          {join.code && <CopyButton text={tidyCode(join.code)}>{t("Copy the code")}</CopyButton>}
        </SignedInAlready>
      ) : (
        <JoinStep join={join} />
      )}
    </Page>
  );
}

function JoinStep({ join }: { join: Joining }) {
  const { code, step, setStep, look, finish, confirm } = join;
  switch (step.at) {
    case "code": {
      const entered = () => (isAppleBrowser() ? setStep({ at: "install" }) : void look.start(code));
      return <EnterCode code={code} setCode={join.setCode} attempt={look} onDone={entered} />;
    }
    case "install": {
      const other = () => {
        look.clear();
        setStep({ at: "code" });
      };
      return (
        <InstallFirst
          code={tidyCode(code)}
          attempt={look}
          onHere={() => void look.start(code)}
          onBack={other}
        />
      );
    }
    case "ask": {
      const { found } = step;
      const yes = () =>
        found.purpose === "device" ? void finish.start({}, found) : setStep({ at: "phrase", found });
      return <AskIfMe found={found} join={join} onYes={yes} onNo={() => setStep({ at: "not-me", found })} />;
    }
    case "not-me":
      return <NotMe found={step.found} onBack={() => setStep({ at: "ask", found: step.found })} />;
    case "phrase": {
      const { found } = step;
      return (
        <ChoosePhrase
          found={found}
          join={join}
          onDone={(phrase) => void finish.start({ pass_phrase: phrase }, found)}
        />
      );
    }
    case "second": {
      const { found } = step;
      const back = () => setStep({ at: "ask", found });
      return (
        <SecondStep
          attempt={finish}
          onCode={(digits) => void finish.start({ second_factor: digits }, found)}
          onBack={back}
        />
      );
    }
    case "enrol": {
      const { token } = step.enrol;
      return (
        <SetUpCodeApp
          enrol={step.enrol}
          attempt={confirm}
          onCode={(digits) => void confirm.start(token, digits)}
        />
      );
    }
    case "recovery":
      return <RecoveryCodes who={step.who} codes={step.codes} />;
    case "welcome":
      return <Welcome who={step.who} />;
  }
}
