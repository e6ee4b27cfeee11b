/** How to let a browser show notifications again that was told not to: each has its own way. */
import { t } from "../../i18n/index";

/** The steps for the browser with this name of itself (`navigator.userAgent`). */
export function unblockWords(userAgent: string): string[] {
  if (/iPhone|iPad|iPod/.test(userAgent))
    return [
      t("Open the Settings of your phone, then Notifications"),
      t("Find this app in the list and tap it"),
      t("Turn on “Allow Notifications”"),
    ];
  if (/Firefox\//.test(userAgent) && /Android/.test(userAgent))
    return [
      t("Tap the padlock beside the address at the top"),
      t("Tap “Notifications” so that it says “Allowed”"),
    ];
  if (/Android/.test(userAgent))
    return [
      t("Tap the sign to the left of the address at the top. In the installed app, tap ⋮ instead"),
      t("Tap “Permissions” or “Site settings”, then “Notifications”"),
      t("Choose “Allow”"),
    ];
  return [
    t("Click the sign to the left of the address at the top"),
    t("Find “Notifications” and choose “Allow”"),
  ];
}
