/** A promise in the list of all: for a young person a way to say how it is going, with what they said. */
import { Link } from "wouter-preact";
import type { Promise_ } from "../../data/types";
import { t } from "../../i18n/index";
import { Icon } from "../../ui/icon";
import { Tag, Tags } from "../../ui/tag";
import type { Ratings } from "./ratings";
import { Strength } from "./strength";
import { answerWords } from "./words";

interface PromiseLineProps {
  promise: Promise_;
  ratings: Ratings | null;
  season: string | null;
}

export function PromiseLine({ promise, ratings, season }: PromiseLineProps) {
  if (!ratings) {
    return (
      <li class="stack tight">
        <p>{promise.text}</p>
        <Tags>
          <Strength strength={promise.strength} />
        </Tags>
      </li>
    );
  }
  const rating = season ? ratings.of(season, promise.id) : null;
  return (
    <li>
      <Link class="line" href={`/rights/pledge/${promise.id}`}>
        <span class="grow promise">
          {promise.text}
          <span class="tags">
            <Strength strength={promise.strength} />
            {rating && <Tag>{t("You said: {answer}", { answer: answerWords(rating.answer) })}</Tag>}
            {rating?.waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
          </span>
        </span>
        <Icon name="next" turns />
      </Link>
    </li>
  );
}
