/** The address, once: to copy, or to open in the phone's calendar. */
import { t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { CopyButton } from "../people/copy-button";

export function Address({ url }: { url: string }) {
  return (
    <Card labelledBy="address">
      <h2 id="address">{t("Your private address")}</h2>
      <p>{t("It is shown only now. When you leave this page you can only make a new one.")}</p>
      {/* A calendar opens this kind of link by itself. */}
      <a class="btn" href={url.replace(/^https?:/, "webcal:")}>
        {t("Add to this phone’s calendar")}
      </a>
      <CopyButton text={url}>{t("Copy the address")}</CopyButton>
      <p class="s address" dir="ltr">
        {url}
      </p>
      <p class="meta">
        {t(
          "If nothing opens: copy it, and in your calendar look for “add calendar by address” or “from URL”.",
        )}
      </p>
    </Card>
  );
}
