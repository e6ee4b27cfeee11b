/** Lines above the screen that ask for something: a newer app, an app too old to send, an ended session or account. */
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { applyUpdate, updateReady } from "../app-update";
import { accountOver, overIsRead, sessionEnded } from "../data/session";
import { updateRequired } from "../data/sync";
import { t } from "../i18n/index";
import { Button } from "../ui/button";

export function Banners() {
  return (
    <>
      {updateRequired.value ? (
        <UpdateBanner words={t("This app is too old to send. Nothing is lost: update it now.")} />
      ) : (
        updateReady.value && <UpdateBanner words={t("A newer app is ready.")} />
      )}
      {sessionEnded.value && (
        <div class="banner" role="status">
          <span class="grow">{t("Please sign in again to send. What you saved is safe on this phone.")}</span>
          <Link class="btn small" href="/sign-in">
            {t("Sign in")}
          </Link>
        </div>
      )}
      {accountOver.value && (
        <div class="banner" role="status">
          <span class="grow">
            {t("This account has ended. Nobody can sign in to it now, and your council keeps the record.")}
          </span>
          <Button small onClick={() => void overIsRead()}>
            {t("OK, got it")}
          </Button>
        </div>
      )}
    </>
  );
}

function UpdateBanner({ words }: { words: string }) {
  const [busy, setBusy] = useState(false);
  const update = async () => {
    setBusy(true);
    await applyUpdate();
    setBusy(false);
  };
  return (
    <div class="banner" role="status">
      <span class="grow">{words}</span>
      <Button small busy={busy} onClick={() => void update()}>
        {t("Update")}
      </Button>
    </div>
  );
}
