/** What a person can do when the answer is no. On every item, because knowing this is half of having a right. */
import { Link } from "wouter-preact";
import { t } from "../../i18n/index";
import { Card } from "../../ui/card";

export function SaysNo() {
  return (
    <Card labelledBy="says-no">
      <h2 id="says-no">{t("If they say no")}</h2>
      <ul class="dots s">
        <li>{t("Ask them to tell you why, in writing.")}</li>
        <li>{t("Ask for an advocate: someone on your side who helps you speak up. It is free.")}</li>
        <li>{t("You can complain to your council. It cannot be held against you.")}</li>
      </ul>
      <Link class="btn quiet small" href="/help">
        {t("People who can help")}
      </Link>
    </Card>
  );
}
