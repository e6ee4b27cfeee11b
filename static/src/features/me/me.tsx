/** Me: who is signed in, what still waits on this phone, and the settings. */
import { me } from "../../data/session";
import { languageName, shownLanguage, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { CoverNote } from "../cover/cover-note";
import { Line } from "./line";
import { Outbox } from "./outbox";

export function MeScreen() {
  const account = me.value?.account;
  return (
    <Page title={t("Me")}>
      {account ? <Who /> : <NotSignedIn />}
      {account?.role === "young_person" && <CoverNote />}
      <Outbox />
      <Card>
        <ul class="lines">
          <Line href="/me/language" words={t("Language")} now={languageName(shownLanguage())} />
          <Line href="/me/look" words={t("Text size and colours")} />
          {account?.role === "young_person" && <Line href="/me/calendar" words={t("Dates in my calendar")} />}
          {account?.role === "adviser" && <Line href="/me/away" words={t("When I am away")} />}
          {account && <Line href="/me/notices" words={t("How we remind you")} />}
          {account && <Line href="/me/devices" words={t("My devices")} />}
          {account?.role === "young_person" && <OwnRecord />}
          <Line href="/me/privacy" words={t("Privacy: who sees what")} />
          <Line href="/me/accessibility" words={t("Accessibility")} />
          <Line href="/me/wrong" words={t("Something here is wrong")} />
        </ul>
      </Card>
      {account && (
        <ButtonLink href="/me/sign-out" look="quiet">
          {t("Sign out")}
        </ButtonLink>
      )}
      {account?.role === "young_person" && (
        <ButtonLink href="/me/end" look="text">
          {t("End my account")}
        </ButtonLink>
      )}
    </Page>
  );
}

function Who() {
  const account = me.value?.account;
  if (!account) return null;
  return (
    <Card>
      <div class="row">
        <span class="avatar" aria-hidden="true">
          {account.name.slice(0, 1)}
        </span>
        <div class="grow">
          <b>{account.name}</b>
          <p class="s soft">
            {account.sign_in_name
              ? t("Your sign-in name: {name}", { name: account.sign_in_name })
              : account.email && t("You sign in with {email}", { email: account.email })}
          </p>
        </div>
      </div>
    </Card>
  );
}

function OwnRecord() {
  return (
    <>
      <Line href="/me/looks" words={t("Who looked")} />
      <Line href="/me/copy" words={t("My copy of everything")} />
    </>
  );
}

function NotSignedIn() {
  return (
    <Card>
      <p>{t("You are not signed in on this phone.")}</p>
      <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>
      <ButtonLink href="/join" look="quiet">
        {t("I have a code")}
      </ButtonLink>
    </Card>
  );
}
