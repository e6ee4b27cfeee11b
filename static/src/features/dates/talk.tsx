/** From a date of one's own to what one gets ready: to bring it up at the next review, under the heading where it fits. */
import { Link } from "wouter-preact";
import { isToCome, type ShownDate } from "../../data/dates-view";
import { hasWords } from "../../data/ready-view";
import { HEADINGS, type Heading } from "../../data/types";
import { t, unmarked } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { type Dates, reviewOf } from "./dates";
import { today } from "./london";
import { headingWords } from "./ready-words";
import { isOwed, shortWhenWords, titleOf } from "./words";

/** The next review that there is something to get ready for. */
function nextReview(dates: Dates): ShownDate | undefined {
  return dates.all.find((one) => isToCome(one, today()) && isOwed(reviewOf(one)));
}

export function TalkAbout({ date, dates }: { date: ShownDate; dates: Dates }) {
  const review = nextReview(dates);
  if (!review || date.state === "cancelled") return null;
  const prepared = dates.preparations(review.id);
  const has = (heading: Heading) => prepared.some((one) => one.heading === heading && hasWords(one));
  return (
    <Fold
      head={
        <>
          <span class="grow stack tight">
            <b>{t("Talk about it at a review")}</b>
            <span class="s soft">
              {t("{what} · {date}", { what: titleOf(review), date: shortWhenWords(review) })}
            </span>
          </span>
          <Icon name="down" />
        </>
      }
    >
      <p class="s">{t("Where does it fit? Then you can add it to what you get ready.")}</p>
      <ul class="lines">
        {HEADINGS.map((heading) => (
          <li key={heading}>
            <Link class="line" href={`/dates/${review.id}/ready/${heading}?about=${date.id}`}>
              <span class="grow">{headingWords(heading).title}</span>
              {has(heading) && <span class="s soft">{t("Written")}</span>}
              <Icon name="next" turns />
            </Link>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface AddDateProps {
  date: ShownDate;
  words: string;
  onAdd: (words: string) => void;
}

/** Offers the date that somebody came from; says so once it stands there. */
export function AddDate({ date, words, onAdd }: AddDateProps) {
  // It becomes somebody's own words, which carry no signs of ours.
  const line = unmarked(t("{what} · {date}", { what: titleOf(date), date: shortWhenWords(date) }));
  return (
    <Note look="calm" live>
      {words.includes(line) ? (
        <p>{t("“{words}” stands below now. Write what you want to say about it.", { words: line })}</p>
      ) : (
        <>
          <p class="own-words strong">{line}</p>
          <Button small onClick={() => onAdd([words.trimEnd(), line].filter(Boolean).join("\n"))}>
            {t("Add it to what I say")}
          </Button>
        </>
      )}
    </Note>
  );
}
