/** How long ago something was, in words a person would use. */
import { formatDate, t, tn } from "../i18n/index";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `then` and `now` are milliseconds since 1970. From two days on it is the date. */
export function ago(then: number, now: number): string {
  const passed = Math.max(0, now - then);
  if (passed < MINUTE) return t("just now");
  if (passed < HOUR) return tn("{n} minute ago", "{n} minutes ago", Math.floor(passed / MINUTE));
  if (passed < DAY) return tn("{n} hour ago", "{n} hours ago", Math.floor(passed / HOUR));
  if (passed < 2 * DAY) return t("yesterday");
  return formatDate(new Date(then).toISOString(), "short");
}
