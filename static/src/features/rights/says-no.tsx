/** What a person can do when the answer is no. On every item, because knowing this is half of having a right. */
import { Link } from "wouter-preact";
import { t } from "../../i18n/index";
import { Card } from "../../ui/card";

/** `challenge`: the way to challenge a decision about what the screen is about. */
export function SaysNo({ challenge }: { challenge?: string | undefined }) {
  return (
    <Card labelledBy="says-no">
      <h2 id="says-no">{t("If they say no")}</h2>
      <ul class="dots s">
        <li>{t("Ask them to tell you why, in writing.")}</li>
        <li>{t("Ask for an advocate: someone on your side who helps you speak up. It is free.")}</li>
        <li>{t("You can complain to your council. It cannot be held against you.")}</li>
      </ul>
      <div class="row wraps">
        {challenge && (
          <Link class="btn quiet small" href={`/rights/no/${challenge}`}>
            {t("What you can do, step by step")}
          </Link>
        )}
        <Link class="btn quiet small" href="/help">
          {t("People who can help")}
        </Link>
      </div>
    </Card>
  );
}
