/** What a notification looks like to somebody who picks the phone up: the best way to know what it gives away. */
import { APP_NAME } from "../../app/name";
import { t } from "../../i18n/index";

export function LockedScreen({ says }: { says: string }) {
  return (
    <figure class="locked-screen">
      <div>
        <img src="/icons/icon-192.png" alt="" width="36" height="36" />
        <p>
          <span class="s soft">{APP_NAME}</span>
          <b>{says}</b>
        </p>
      </div>
      <figcaption class="s soft">{t("This is how it looks.")}</figcaption>
    </figure>
  );
}
