/**
 * For iPhones, once: how to put the app on the home screen. Safari clears the storage of sites that were not opened for
 * seven days, and only an installed app can be sent notifications.
 */
import { useState } from "preact/hooks";
import { keep, kept } from "../../data/local";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";

const SEEN = "install-card-seen";

function wanted(): boolean {
  return !matchMedia("(display-mode: standalone)").matches && kept(SEEN) === null;
}

export function InstallCard() {
  const [shown, setShown] = useState(wanted);
  if (!shown) return null;
  return (
    <Card labelledBy="install">
      <h2 id="install">{t("Keep this on your iPhone")}</h2>
      <p class="s">
        {t(
          "Safari may clear what is saved if you do not open it for 7 days. Added to your Home Screen, it stays.",
        )}
      </p>
      <ol class="dots s">
        <li>
          {t("Tap Share")} <Icon name="share" />
        </li>
        <li>{t("Tap “Add to Home Screen”")}</li>
        <li>{t("Open it from there and sign in there. A code works once, so use it there and not here.")}</li>
      </ol>
      <Button
        look="quiet"
        small
        onClick={() => {
          keep(SEEN, "1");
          setShown(false);
        }}
      >
        {t("OK, hide this")}
      </Button>
    </Card>
  );
}
