/** Somebody is signed in on this device: say who, and what to do first, instead of mixing two people up. */
import type { ComponentChildren } from "preact";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { homeOf } from "./places";

export function SignedInAlready({ children }: { children?: ComponentChildren }) {
  const account = me.value?.account;
  if (!account) return null;
  return (
    <>
      <p class="strong">{t("{name} is signed in on this device.", { name: account.name })}</p>
      {children}
      <ButtonLink href={homeOf(account.role)}>{t("Go on as {name}", { name: account.name })}</ButtonLink>
      <ButtonLink href="/me/sign-out" look="quiet">
        {t("I am not {name}: sign out first", { name: account.name })}
      </ButtonLink>
    </>
  );
}
