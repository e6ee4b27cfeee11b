/** The two ways in, for somebody who has not signed in, with the words that say what for. */
import { t } from "../i18n/index";
import { ButtonLink } from "./button";
import { Note } from "./note";

export function WaysIn({ words }: { words: string }) {
  return (
    <Note look="calm">
      <p>{words}</p>
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
