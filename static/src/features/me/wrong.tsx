/** What to do when something in the app is wrong: who to tell, and what to tell them. */
import { bundle } from "../../data/content";
import { formatDate, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { backToMe } from "./back";

export function Wrong() {
  const { council, hash } = bundle.value ?? {};
  return (
    <Page title={t("Something here is wrong")} back={backToMe()}>
      <p>{t("Thank you for looking closely. A wrong sum or rule can cost somebody money.")}</p>
      <ul class="dots">
        <li>{t("Tell your PA or your council’s leaving care team.")}</li>
        <li>{t("Say which page, what it says, and what you think is right.")}</li>
        <li>{t("Is it about you, like a wrong name or birthday? Your PA can have it put right.")}</li>
      </ul>
      <Card labelledBy="quote">
        <h2 id="quote">{t("Please give them these words too")}</h2>
        <p class="s">
          <bdi>
            {[council?.name ?? t("no council"), hash?.slice(0, 12), formatDate(new Date(), "long")]
              .filter(Boolean)
              .join(" · ")}
          </bdi>
        </p>
      </Card>
    </Page>
  );
}
