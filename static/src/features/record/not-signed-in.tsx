/** These screens are about a young person's own account: without one there is nothing to show. */
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";

export function NotSignedIn() {
  return (
    <Card>
      <p>{t("You are not signed in on this phone.")}</p>
      <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>
    </Card>
  );
}
