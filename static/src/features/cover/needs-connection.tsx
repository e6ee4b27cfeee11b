/** Screens whose content is not kept on the device say so when they cannot load it. */
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Failed } from "../../ui/empty";
import { Note } from "../../ui/note";

interface RetryProps {
  onRetry: () => Promise<void>;
}

export function NeedsConnection({ onRetry }: RetryProps) {
  return (
    <Failed onRetry={() => void onRetry()}>
      <p>{t("This screen needs a connection: it is not kept on this device. Nothing is lost.")}</p>
    </Failed>
  );
}

export function OldAnswer({ onRetry }: RetryProps) {
  return (
    <Note live>
      <p>{t("We could not load the newest list. What you see may be a little old.")}</p>
      <Button small look="quiet" onClick={() => void onRetry()}>
        {t("Try again")}
      </Button>
    </Note>
  );
}
