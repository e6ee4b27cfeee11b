/** Offers notifications once there is something to be reminded of: explains first, and takes a no for a month. */
import { useEffect, useState } from "preact/hooks";
import { keep } from "../../data/local";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { OFFER_KEPT } from "./offer-kept";
import { lookAtPush, push } from "./push";

export function OfferCard() {
  const [declined, setDeclined] = useState(false);
  useEffect(() => void lookAtPush(), []);
  if (declined || push.value !== "off") return null;
  return (
    <Card labelledBy="offer">
      <h2 id="offer">{t("Shall we remind you?")}</h2>
      <p>
        {t(
          "We can send a notification before your dates, even when the app is closed. It does not say what it is about.",
        )}
      </p>
      <div class="row wraps">
        <ButtonLink href="/me/notices" small>
          {t("Show me how")}
        </ButtonLink>
        <Button
          look="quiet"
          small
          onClick={() => {
            keep(OFFER_KEPT, String(Date.now()));
            setDeclined(true);
          }}
        >
          {t("Not now")}
        </Button>
      </div>
    </Card>
  );
}
