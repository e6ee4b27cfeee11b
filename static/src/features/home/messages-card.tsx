/** Who the young person's PA is, and what they wrote last. */

import { firstName } from "../../data/first-name";
import { MOST_COUNTED, stillUnread, unreadOf } from "../../data/messages-unread";
import { safeWords } from "../../data/messages-view";
import { pending } from "../../data/operations";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type { ProfileRow } from "../../data/types";
import { t, tn } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Tag } from "../../ui/tag";

/** So much of a message stands on Home: about two lines. */
const SHOWN = 40;

/** What was written to this young person, and how much of it they have not seen. */
export function newMessages() {
  const space = me.value?.space;
  const unread = space ? unreadOf(space, "young").value : null;
  return { unread, count: unread ? stillUnread(unread, pending.value) : 0 };
}

export function MessagesCard({ adviser }: { adviser: string | null }) {
  const { unread, count } = newMessages();
  const by = unread?.newest?.by;
  const words = unread?.newest?.body ? safeWords(unread.newest.body).trim() : "";
  const helper = helperOf(adviser);
  return (
    <LinkCard href="/messages">
      <div class="row">
        <span class="avatar" aria-hidden="true">
          {adviser ? adviser.slice(0, 1) : "?"}
        </span>
        <div class="grow">
          <b>{helper.name}</b>
          {words ? (
            <p class="s soft">
              {by && by !== adviser && (
                <>
                  <bdi>{firstName(by)}:</bdi>{" "}
                </>
              )}
              <bdi>“{beginning(words)}”</bdi>
            </p>
          ) : (
            <p class="s soft">{helper.words}</p>
          )}
        </div>
        {count > 0 && (
          <Tag look="calm">{count < MOST_COUNTED ? tn("{n} new", "{n} new", count) : t("Many new")}</Tag>
        )}
      </div>
    </LinkCard>
  );
}

/** Who reads what is written, and what to say of it. Without a PA that is the duty team, when somebody is on duty. */
function helperOf(adviser: string | null): { name: string; words: string } {
  const space = me.value?.space;
  const profile = space ? rows<ProfileRow>(space, "profile").value[0] : undefined;
  if (adviser)
    return { name: t("{name}, your PA", { name: firstName(adviser) }), words: t("Write a message") };
  if (profile?.cover?.length === 0) return { name: t("No PA yet"), words: t("Write a message") };
  return {
    name: t("No PA yet: the duty team"),
    words: t("Your council’s duty team helps you until you have one."),
  };
}

/** What fits, up to the end of a word. */
function beginning(words: string): string {
  const fits = [...words].slice(0, SHOWN).join("");
  return fits === words ? words : `${fits.replace(/\s+\S*$/, "")}…`;
}
