/** Below a young person's message: what was made of it, or the way to make something of it. */
import { Link } from "wouter-preact";
import type { ShownMessage } from "../../data/messages-view";
import { t } from "../../i18n/index";
import { aboutMessage } from "../messages/entry-words";
import { unsentOf } from "./people";

interface ToolsProps {
  space: string;
  message: ShownMessage;
}

export function MessageTools({ space, message }: ToolsProps) {
  if (!message.by_owner || message.number === null) return null;
  const made = markOf(space, message);
  const href = made?.id && `/people/${space}/${made.as === "request" ? "request" : "dates"}/${made.id}`;
  const seeWords = made?.as === "request" ? t("See the request") : t("See the date");
  return (
    <span class="staff-made">
      {href && (
        <Link href={href} aria-label={aboutMessage(seeWords, message)}>
          {seeWords}
        </Link>
      )}
      {made?.as === "none" && <span>{t("No answer needed")}</span>}
      <Link
        href={`/people/${space}/messages/${message.id}`}
        aria-label={aboutMessage(made ? t("Change") : t("Mark as a request or a date"), message)}
      >
        {made ? t("Change") : t("Mark")}
      </Link>
    </span>
  );
}

/** What was made of it, with what this device has not sent yet. */
function markOf(space: string, { id, marked }: ShownMessage): ShownMessage["marked"] {
  const last = unsentOf(space)
    .filter(({ kind, body }) => kind === "message.mark" && body.message === id)
    .at(-1);
  return last ? ({ as: last.body.as, id: last.body.id } as ShownMessage["marked"]) : marked;
}
