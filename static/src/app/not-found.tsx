/** An address that leads nowhere. */
import { t } from "../i18n/index";
import { ButtonLink } from "../ui/button";
import { Page } from "../ui/page";
import { APP_NAME } from "./name";

export function NotFound() {
  return (
    <Page title={t("This page is not here")} bar={APP_NAME}>
      <p>{t("The link may be old, or a letter in it may be wrong.")}</p>
      <ButtonLink href="/">{t("Go to Home")}</ButtonLink>
    </Page>
  );
}
