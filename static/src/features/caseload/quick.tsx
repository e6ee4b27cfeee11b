/** Quick replies above the field: a tap puts one into it, so that it can be read, and changed, before it is sent. */
import { useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { offered, ownReplies, readReplies } from "./quick-kept";

/** The adviser's own replies, or those offered. */
export function useReplies(): string[] {
  const account = me.value?.account.id;
  useEffect(() => void readReplies().catch(() => undefined), [account]);
  const own = ownReplies.value;
  return own && own.account === account ? own.replies : offered();
}

interface QuickProps {
  space: string;
  insert: (words: string) => void;
}

export function QuickReplies({ space, insert }: QuickProps) {
  const replies = useReplies();
  return (
    <fieldset class="staff-chips quick">
      <legend class="hidden">{t("Quick replies")}</legend>
      {replies.map((reply) => (
        <button key={reply} type="button" class="chip tag" dir="auto" onClick={() => insert(reply)}>
          {reply}
        </button>
      ))}
      <Link class="chip tag calm" href={`/people/${space}/messages/quick`}>
        {t("Change these")}
      </Link>
    </fieldset>
  );
}
