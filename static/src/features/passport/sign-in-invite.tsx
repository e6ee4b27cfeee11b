/** For somebody who looks without signing in: everything can be read, and marks need an account. */
import { t } from "../../i18n/index";
import { WaysIn } from "../../ui/ways-in";

export function SignInInvite() {
  return <WaysIn words={t("You can read everything here. Sign in to mark what you can do and keep it.")} />;
}
