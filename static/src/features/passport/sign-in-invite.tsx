/** For somebody who looks without signing in: everything can be read, and marks need an account. */
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Note } from "../../ui/note";

export function SignInInvite() {
  return (
    <Note look="calm">
      <p>{t("You can read everything here. Sign in to mark what you can do and keep it.")}</p>
      <div class="row wraps">
        <ButtonLink href="/sign-in" small>
          {t("Sign in")}
        </ButtonLink>
        <ButtonLink href="/join" look="quiet" small>
          {t("I have a code")}
        </ButtonLink>
      </div>
    </Note>
  );
}
