/** The first steps of joining: the code, on an iPhone the advice to install first, and "is this you?". */
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { type Trouble, WaitLine } from "./attempt";
import { isWholeCode, tidyCode } from "./code";
import { CopyButton } from "./copy-button";
import { councilName } from "./council";
import type { Found } from "./invitation";
import { useStepFocus } from "./second-step";

interface EnterCodeProps {
  code: string;
  setCode: (code: string) => void;
  attempt: Trouble;
  onDone: () => void;
}

export function EnterCode({ code, setCode, attempt, onDone }: EnterCodeProps) {
  const submit = (event: Event) => {
    event.preventDefault();
    if (isWholeCode(tidyCode(code))) onDone();
    else
      attempt.show([
        {
          field: "code",
          words: t("A code has 12 letters and numbers, or 8 to add a device. Some are missing."),
        },
      ]);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={attempt.errors} title={t("The code did not work")} />
      <Field
        id="code"
        label={t("Your code")}
        hint={t("It looks like ABCD-EFGH-JKMN. Capital or small letters are both fine.")}
        value={code}
        onInput={setCode}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <WaitLine seconds={attempt.wait} />
      <Button type="submit" busy={attempt.busy || attempt.wait > 0}>
        {attempt.busy ? t("Looking…") : t("Look up the code")}
      </Button>
      <p class="s soft">
        {t(
          "Looking does not use it up. You get a code from your PA, or from a phone where you are signed in.",
        )}
      </p>
      <ButtonLink href="/sign-in" look="text">
        {t("I have a sign-in name already")}
      </ButtonLink>
    </form>
  );
}

interface InstallFirstProps {
  code: string;
  attempt: Trouble;
  onHere: () => void;
  onBack: () => void;
}

/** On an iPhone the installed app and the browser do not share what they keep, so the choice comes before the code is used. */
export function InstallFirst({ code, attempt, onHere, onBack }: InstallFirstProps) {
  const heading = useStepFocus();
  return (
    <div class="stack">
      <h2 tabIndex={-1} ref={heading}>
        {t("First put the app on your Home Screen")}
      </h2>
      <ErrorSummary errors={attempt.errors} title={t("The code did not work")} />
      <p>
        {t(
          "On an iPhone or iPad, what you save in the browser does not move to the app. Your code works once, so use it in the app.",
        )}
      </p>
      <Card>
        <p class="s soft">{t("Your code. It is not used yet.")}</p>
        <p class="code">
          <bdi>{code}</bdi>
        </p>
        <CopyButton text={code}>{t("Copy the code")}</CopyButton>
      </Card>
      <ol class="dots">
        <li>{t("Copy the code.")}</li>
        <li>
          {t("Tap Share")} <Icon name="share" /> {t("then “Add to Home Screen”.")}
        </li>
        <li>{t("Open the app from your Home Screen.")}</li>
        <li>{t("Tap “I have a code” and paste it.")}</li>
      </ol>
      <WaitLine seconds={attempt.wait} />
      <Button look="quiet" onClick={onHere} busy={attempt.busy || attempt.wait > 0}>
        {t("Use it here anyway")}
      </Button>
      <Button look="text" onClick={onBack}>
        {t("Use a different code")}
      </Button>
    </div>
  );
}

interface AskIfMeProps {
  found: Found;
  join: { finish: Trouble; deviceName: string; setDeviceName: (name: string) => void };
  onYes: () => void;
  onNo: () => void;
}

export function AskIfMe({ found, join, onYes, onNo }: AskIfMeProps) {
  const heading = useStepFocus();
  const { finish } = join;
  return (
    <div class="stack">
      <h2 tabIndex={-1} ref={heading}>
        {t("Is this you?")}
      </h2>
      <ErrorSummary errors={finish.errors} title={t("That did not work")} />
      <Card>
        <p class="money">{found.name}</p>
        <p class="soft">{councilName(found.council)}</p>
        <p class="s soft">{purposeWords(found)}</p>
      </Card>
      {found.purpose === "device" && <DeviceNameField {...join} />}
      <WaitLine seconds={finish.wait} />
      <Button onClick={onYes} busy={finish.busy || finish.wait > 0}>
        {finish.busy ? t("One moment…") : t("This is me")}
      </Button>
      <Button look="quiet" onClick={onNo}>
        {t("This is not me")}
      </Button>
    </div>
  );
}

function purposeWords({ purpose }: Found): string {
  switch (purpose) {
    case "join":
      return t("This code opens a new account.");
    case "reset":
      return t("This code lets you pick a new pass phrase. It signs you out on every other device.");
    case "device":
      return t("This code signs you in on this device too.");
  }
}

export function DeviceNameField({
  deviceName,
  setDeviceName,
}: {
  deviceName: string;
  setDeviceName: (name: string) => void;
}) {
  return (
    <Field
      id="device"
      label={t("What do you call this device?")}
      hint={t("So that you know it again in your list of devices.")}
      value={deviceName}
      onInput={setDeviceName}
      maxLength={60}
      autoComplete="off"
    />
  );
}

export function NotMe({ found, onBack }: { found: Found; onBack: () => void }) {
  const heading = useStepFocus();
  return (
    <div class="stack">
      <h2 tabIndex={-1} ref={heading}>
        {t("Thank you for saying so")}
      </h2>
      <p>
        {t(
          "We did not use the code. It is for {name}. Tell the person who gave it to you that it went to the wrong place.",
          { name: found.name },
        )}
      </p>
      <ButtonLink href="/">{t("Go to Home")}</ButtonLink>
      <Button look="text" onClick={onBack}>
        {t("Back: this is me after all")}
      </Button>
    </div>
  );
}
