/** Messages that nobody has read although the managers were told: whose, and since when. Never what they say. */
import { Link } from "wouter-preact";
import { formatDate, t, tn } from "../../i18n/index";
import { Note } from "../../ui/note";
import { useAnswer } from "../cover/loaded";
import type { Roster } from "./roster";

interface UnreadAnswer {
  unread: { space: string; since: string }[];
}

/** Nothing when all is read. The list of the team says already when there is no connection. */
export function UnreadNote({ roster }: { roster: Roster }) {
  const unread = useAnswer<UnreadAnswer>("/council/unread").value?.unread ?? [];
  const names = new Map(roster.young_people.map(({ space, name }) => [space, name]));
  const shown = unread.filter(({ space }) => names.has(space));
  if (shown.length === 0) return null;
  return (
    <Note look="stop" live>
      <p class="strong">
        {tn(
          "{n} young person waits: nobody has read their message.",
          "{n} young people wait: nobody has read their messages.",
          shown.length,
        )}
      </p>
      <ul class="lines">
        {shown.map(({ space, since }) => (
          <li key={space}>
            <Link class="staff-name" href={`/team/person/${space}`}>
              {names.get(space)}
            </Link>
            <span class="s staff-line">
              {t("Waiting since {date}", {
                date: `${formatDate(since, "day")}, ${formatDate(since, "time")}`,
              })}
            </span>
          </li>
        ))}
      </ul>
      <p class="s">{t("Put somebody on duty who answers, or give them another PA.")}</p>
    </Note>
  );
}
