/** On the tab that leads to messages: how many of the other side nobody has seen on this side. */
import { MOST_COUNTED, stillUnread, unreadOf } from "../../data/messages-unread";
import { pending } from "../../data/operations";
import { me } from "../../data/session";
import { spaces, stale } from "../../data/store";
import { t, tn } from "../../i18n/index";

export function Unread() {
  const own = me.value?.space;
  const side = own ? "young" : "staff";
  const shown = own ? [own] : stale.value ? [] : spaces.value;
  const count = shown.reduce(
    (sum, space) => sum + stillUnread(unreadOf(space, side).value, pending.value),
    0,
  );
  if (count === 0) return null;
  const many = count >= MOST_COUNTED;
  return (
    <>
      <span class="tab-count" aria-hidden="true">
        {many ? `${MOST_COUNTED}+` : count}
      </span>
      <span class="hidden">{many ? t("Many new") : tn("{n} new", "{n} new", count)}</span>
    </>
  );
}
