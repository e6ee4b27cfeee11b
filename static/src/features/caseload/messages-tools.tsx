/** Below a young person's message: what was made of it, or the way to make something of it. */
import { Link } from "wouter-preact";
import type { ShownMessage } from "../../data/messages-view";
import { t } from "../../i18n/index";
import { unsentOf } from "./people";

interface ToolsProps {
  space: string;
  message: ShownMessage;
}

export function MessageTools({ space, message }: ToolsProps) {
  if (!message.by_owner || message.number === null) return null;
  const made = markOf(space, message);
  const href = made?.id && `/people/${space}/${made.as === "request" ? "request" : "dates"}/${made.id}`;
  return (
    <span class="staff-made">
      {href && <Link href={href}>{made.as === "request" ? t("See the request") : t("See the date")}</Link>}
      {made?.as === "none" && <span>{t("No answer needed")}</span>}
      <Link
        href={`/people/${space}/messages/${message.id}`}
        aria-label={made ? undefined : t("Mark as a request or a date")}
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
