/**
 * Staff screens open only to staff who are signed in, on a device that has talked to the server in the last 72 hours.
 * What an adviser opens of a young person is written down for them.
 */
import type { ComponentChildren } from "preact";
import { useParams } from "wouter-preact";
import { me } from "../../data/session";
import { spaces, stale } from "../../data/store";
import { syncNow, syncState } from "../../data/sync";
import type { Role } from "../../data/types";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Note } from "../../ui/note";
import { useOpened } from "./opened";

export function StaffGate({ only, children }: { only: Role; children: ComponentChildren }) {
  const account = me.value?.account;
  const { space = "" } = useParams<{ space?: string }>();
  const shows = account?.role === "adviser" && only === "adviser" && !stale.value;
  useOpened(shows && spaces.value.includes(space) ? space : null);
  if (!account)
    return (
      <>
        <p>{t("This screen is for council staff. Sign in to see it.")}</p>
        <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>
      </>
    );
  if (account.role !== only)
    return (
      <>
        <p>
          {only === "adviser"
            ? t("This screen is for personal advisers.")
            : t("This screen is for managers.")}
        </p>
        <ButtonLink href="/">{t("Go to Home")}</ButtonLink>
      </>
    );
  return stale.value ? <Hidden /> : children;
}

function Hidden() {
  const { phase } = syncState.value;
  const busy = phase === "sending";
  return (
    <Note live>
      <p class="strong">{t("Young people’s information is hidden on this device")}</p>
      <p>
        {t(
          "It has not reached the server for more than 3 days. So that a lost device shows nothing, it hides what is personal until it does. Nothing is lost: what you did still waits here and will send.",
        )}
      </p>
      <p>{t("Connect to the internet, then:")}</p>
      <div class="row">
        {" "}
        <Button small busy={busy} onClick={() => void syncNow()}>
          {busy ? t("Connecting…") : t("Connect now")}
        </Button>
      </div>
    </Note>
  );
}
