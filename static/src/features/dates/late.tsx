/** A review that is later than is allowed: said calmly and exactly, with a button that asks for it. The council is late,
 * never the young person. */
import { formatDate, t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Note } from "../../ui/note";
import { SaveTrouble } from "../passport/save";
import type { Dates } from "./dates";
import { londonWall } from "./london";
import { useSend } from "./send";
import type { Standing } from "./standing";
import { useBasisWords } from "./where-i-live";
import { dayWords } from "./words";

interface LateNoteProps {
  standing: Standing;
  dates: Dates;
}

export function LateNote({ standing, dates }: LateNoteProps) {
  const { review, limit, next, asked, unmarked } = standing;
  const basis = useBasisWords(review);
  return (
    <Note>
      <p class="strong">{review.title}</p>
      <p>
        {t("This should have happened by {date}. It is not your fault.", { date: dayWords(limit ?? "") })}{" "}
        {unmarked && t("Maybe it did, and nobody wrote it down.")}
      </p>
      <p class="s">{basis}</p>
      {next?.day ? (
        <p>{t("It is now planned for {date}.", { date: dayWords(next.day) })}</p>
      ) : (
        <AskNow kind={review.id} asked={asked && (asked.steps[0]?.at ?? asked.made_at)} dates={dates} />
      )}
    </Note>
  );
}

function AskNow({ kind, asked, dates }: { kind: string; asked: string | null; dates: Dates }) {
  const { send, busy, trouble } = useSend();
  const name = dates.adviser;
  if (asked) {
    const date = formatDate(londonWall(asked).day, "long");
    return (
      <p role="status">
        {name
          ? t("You asked for it on {date}. {name} has to answer.", { date, name })
          : t("You asked for it on {date}. Your council’s duty team has to answer.", { date })}
      </p>
    );
  }
  return (
    <>
      <p>{t("You can ask for it. You do not have to say why.")}</p>
      <Button small busy={busy} onClick={() => void send("date.ask", { kind, words: "" })}>
        {name ? t("Ask {name} for it now", { name }) : t("Ask for it now")}
      </Button>
      <ButtonLink href={`/dates/ask/${kind}`} look="quiet" small>
        {t("Ask in my own words")}
      </ButtonLink>
      <SaveTrouble trouble={trouble} />
    </>
  );
}
