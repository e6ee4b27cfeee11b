/** A review that is later than is allowed. The council is late, never the young person. */
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Note } from "../../ui/note";
import type { Standing } from "./standing";
import { basisWords } from "./words";

export function LateNote({ standing }: { standing: Standing }) {
  const { review, limit, next, asked, unmarked } = standing;
  const title = review.title;
  return (
    <Note look="stop">
      <p class="strong">{t("Your council is late: {title}", { title })}</p>
      <p>
        {t("It should have been held by {date}. This is not your fault.", {
          date: formatDate(limit ?? "", "long"),
        })}{" "}
        {unmarked && t("Maybe it was, and nobody wrote it down.")}
      </p>
      <p class="s">{basisWords(review)}</p>
      <WhatNow
        next={next?.day ?? null}
        asked={asked && (asked.steps[0]?.at ?? asked.made_at)}
        kind={review.id}
      />
    </Note>
  );
}

function WhatNow({ next, asked, kind }: { next: string | null; asked: string | null; kind: string }) {
  if (next) return <p>{t("It is now planned for {date}.", { date: formatDate(next, "long") })}</p>;
  if (asked)
    return (
      <p>{t("You asked for it on {date}. They have to answer.", { date: formatDate(asked, "long") })}</p>
    );
  return (
    <ButtonLink href={`/dates/ask/${kind}`} small>
      {t("Ask for it now")}
    </ButtonLink>
  );
}
