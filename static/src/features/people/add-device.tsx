/** On a signed-in device: a short code that signs the same person in on one more. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Page } from "../../ui/page";
import { useAttempt, WaitLine } from "./attempt";
import { joinLink, tidyCode } from "./code";
import { CopyButton } from "./copy-button";
import { timeLeft, useSecondsUntil } from "./countdown";
import type { NewCode } from "./invitation";
import { Qr } from "./qr";

export function AddDevice() {
  return (
    <Page title={t("Add a device")} back={{ href: "/me/devices", words: t("My devices") }}>
      {me.value ? <MakeCode /> : <SignInFirst />}
    </Page>
  );
}

function SignInFirst() {
  return (
    <>
      <p>{t("A code to add a device is made on a device where you are signed in.")}</p>
      <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>
      <ButtonLink href="/join" look="quiet">
        {t("I have a code")}
      </ButtonLink>
    </>
  );
}

function MakeCode() {
  const [made, setMade] = useState<NewCode | null>(null);
  const left = useSecondsUntil(made ? Date.parse(made.expires_at) : null);
  const making = useAttempt(async () => setMade(await request<NewCode>("POST", "/auth/device-code")));
  const working = made !== null && left > 0;
  return (
    <div class="stack">
      <p>{t("Sign in on another phone, tablet or computer without typing your pass phrase.")}</p>
      <ErrorSummary errors={making.errors} title={t("No code was made")} />
      {working && <ShowCode code={made.code} left={left} />}
      {made && !working && <p role="status">{t("That code has ended. Nobody can use it now.")}</p>}
      <WaitLine seconds={making.wait} />
      {!working && (
        <Button onClick={() => void making.start()} busy={making.busy || making.wait > 0}>
          {made ? t("Make a new code") : t("Make a code")}
        </Button>
      )}
    </div>
  );
}

function ShowCode({ code, left }: { code: string; left: number }) {
  const shown = tidyCode(code);
  return (
    <>
      <Card>
        <p class="s soft">{t("Your code")}</p>
        <p class="code" role="status">
          <bdi>{shown}</bdi>
        </p>
        <p class="s">{t("Works once, for {time} more.", { time: timeLeft(left) })}</p>
        <CopyButton text={shown}>{t("Copy the code")}</CopyButton>
        <Qr text={joinLink(shown)} label={t("A square to scan with the other device’s camera")} />
      </Card>
      <p class="strong">{t("On the other device")}</p>
      <ol class="dots">
        <li>{t("Open this app and tap “I have a code”, or scan the square.")}</li>
        <li>{t("Write the code and tap “This is me”.")}</li>
      </ol>
      <p class="s soft">{t("Only for your own devices. Anyone with this code can open your account.")}</p>
    </>
  );
}
