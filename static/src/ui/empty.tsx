/** What a screen shows when there is nothing, not yet, or when it failed. */
import type { ComponentChildren } from "preact";
import { t } from "../i18n/index";
import { Button } from "./button";

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="strong">{title}</p>
      {children}
    </div>
  );
}

export function Loading() {
  return (
    <div class="empty" role="status">
      <p>{t("Loading…")}</p>
    </div>
  );
}

export function Failed({ onRetry, children }: { onRetry: () => void; children?: ComponentChildren }) {
  return (
    <div class="empty" role="alert">
      <p class="strong">{t("This did not load.")}</p>
      {children ?? <p>{t("You may have no signal. Nothing you saved is lost.")}</p>}
      <Button look="quiet" small onClick={onRetry}>
        {t("Try again")}
      </Button>
    </div>
  );
}
