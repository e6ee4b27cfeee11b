/** Each kind of review for one young person: the last one held, the next, the limit, and by how much it is over. */
import type { Review } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Note } from "../../ui/note";
import { Tag, Tags } from "../../ui/tag";
import type { Dates } from "../dates/dates";
import { mayBeFor } from "../dates/fits";
import type { Standing } from "../dates/standing";
import { basisTag, canBeAsked } from "../dates/words";
import { lateOf } from "./dates-rules";
import { overWords, staffBasis } from "./dates-words";
import { FoldHead } from "./fold-head";
import type { Person } from "./rules";

interface KindsProps {
  person: Person;
  kinds: Standing[];
  day: string;
}

/** What is late, first on the page and calm: how much, against which rule, and what is planned. */
export function LateReviews({ person, kinds, day }: KindsProps) {
  const late = kinds.flatMap((standing) => {
    const by = lateOf(standing, day);
    return by ? [{ standing, by }] : [];
  });
  return (
    <>
      {late.map(({ standing: { review, next, unmarked }, by }) => (
        <Note key={review.id} look="stop">
          <p class="strong">{t("{title}: {over}", { title: review.title, over: overWords(by) })}</p>
          <p>{t("It was to be held by {date}.", { date: formatDate(by.limit, "long") })}</p>
          <p class="s">{staffBasis(review)}</p>
          {next?.day && <p>{t("It is planned for {date}.", { date: formatDate(next.day, "long") })}</p>}
          {unmarked && <p>{t("One was planned before. If it took place, write that down below.")}</p>}
          {!next && (
            <div>
              <ButtonLink href={`/people/${person.space}/dates/new/${review.id}`} small>
                {t("Plan it now")}
              </ButtonLink>
            </div>
          )}
        </Note>
      ))}
    </>
  );
}

/** The kinds that may be for this person, or of which there was one; the rest fold away. */
export function Rounds({ person, kinds, dates, day }: KindsProps & { dates: Dates }) {
  const known = ({ held, next, asked, unmarked }: Standing) => Boolean(held ?? next ?? asked ?? unmarked);
  const first = kinds.filter(known);
  const others = kinds.filter(
    (one) => !known(one) && canBeAsked(one.review) && mayBeFor(one.review, dates, day),
  );
  return (
    <>
      <h2>{t("What comes round again")}</h2>
      {first.length === 0 && (
        <p class="soft">
          {t("Nothing is written down yet. Write down the last one held, and the app proposes the next.")}
        </p>
      )}
      <ul class="bare stack tight">
        {first.map((standing) => (
          <li key={standing.review.id}>
            <Round person={person} standing={standing} day={day} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Fold head={<FoldHead words={t("Not written down yet ({n})", { n: others.length })} />}>
          <ul class="lines">
            {others.map(({ review }) => (
              <li key={review.id} class="stack tight">
                <b>{review.title}</b>
                <p class="s soft">{ruleLine(review)}</p>
                <div>
                  <ButtonLink href={`/people/${person.space}/dates/new/${review.id}`} look="quiet" small>
                    {t("Plan it, or write down the last one")}
                  </ButtonLink>
                </div>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function Round({ person, standing, day }: { person: Person; standing: Standing; day: string }) {
  const { review, held, proposed, limit, next } = standing;
  const late = lateOf(standing, day);
  const long = (date: string) => formatDate(date, "long");
  return (
    <Card>
      <b>{review.title}</b>
      <Tags>
        {late && <Tag look="stop">{overWords(late)}</Tag>}
        <Tag look="calm">{basisTag(review)}</Tag>
      </Tags>
      <dl class="facts s">
        <dt>{t("Last held")}</dt>
        <dd>{held ? long(held) : t("not written down")}</dd>
        <dt>{t("Next")}</dt>
        <dd>
          {next?.day
            ? long(next.day)
            : proposed
              ? t("about {date}, not planned yet", { date: long(proposed) })
              : t("no day yet")}
        </dd>
        {limit && <dt>{t("At the latest")}</dt>}
        {limit && <dd>{long(limit)}</dd>}
      </dl>
      <p class="meta">{ruleLine(review)}</p>
      {!next && (
        <div>
          <ButtonLink href={`/people/${person.space}/dates/new/${review.id}`} look="quiet" small>
            {t("Plan the next one")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function ruleLine(review: Review): string {
  return [review.limit?.text, staffBasis(review)].filter(Boolean).join(" ");
}
