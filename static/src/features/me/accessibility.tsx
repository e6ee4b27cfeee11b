/** The accessibility statement: what works, what we know does not yet, and how to say so. */
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Page } from "../../ui/page";
import { backToMe } from "./back";

export function Accessibility() {
  return (
    <Page title={t("Accessibility")} back={backToMe()}>
      <p>{t("Everyone should be able to use this app. We aim for the standard WCAG 2.2, level AA.")}</p>
      <section class="prose">
        <h2>{t("You can")}</h2>
        <ul>
          <li>{t("make the text up to twice as big, here or in your browser")}</li>
          <li>{t("use it in light or dark colours")}</li>
          <li>{t("use it with a keyboard only, or with a screen reader")}</li>
          <li>{t("switch movement off in your phone’s settings: the app follows it")}</li>
          <li>{t("press Shift three times to leave fast")}</li>
        </ul>
      </section>
      <section class="prose">
        <h2>{t("What does not work well yet")}</h2>
        <ul>
          <li>
            {t(
              "It has been checked with automatic tests, and not yet by disabled people or with every screen reader.",
            )}
          </li>
          <li>{t("Some council words may be hard to read, or only in English.")}</li>
        </ul>
      </section>
      <ButtonLink href="/me/wrong" look="text">
        {t("Tell us what does not work for you")}
      </ButtonLink>
      <p class="s soft">
        {t(
          "If your council does not answer, you can call the Equality Advisory and Support Service on 0808 800 0082.",
        )}
      </p>
    </Page>
  );
}
