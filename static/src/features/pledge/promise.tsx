/** One promise: how it is going for this person in the season that runs, and what they said the season before. */
import { useParams } from "wouter-preact";
import { seasonBefore } from "../../data/season";
import { me } from "../../data/session";
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Empty, Loading } from "../../ui/empty";
import { Listen } from "../../ui/listen";
import { Page } from "../../ui/page";
import { Tags } from "../../ui/tag";
import { WaysIn } from "../../ui/ways-in";
import { WithBundle } from "../../ui/with-bundle";
import { type Found, findPromise } from "./promises";
import { RateForm } from "./rate-form";
import { type Ratings, useRatings, useSeason } from "./ratings";
import { Strength } from "./strength";
import { WhoSees } from "./who-sees";
import { answerWords } from "./words";

export function PromiseScreen() {
  const { id } = useParams<{ id: string }>();
  const back = { href: "/rights/pledge", words: t("Pledge") };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const found = findPromise(bundle, id);
        return (
          <Page
            title={found?.promise.text ?? t("We do not know this promise")}
            docTitle={t("Pledge – My rights")}
            back={back}
            sub={found?.area.title}
          >
            {found ? (
              <Body found={found} bundle={bundle} />
            ) : (
              <Empty title={t("The link may be old. Look in the pledge.")} />
            )}
          </Page>
        );
      }}
    </WithBundle>
  );
}

function Body({ found, bundle }: { found: Found; bundle: Bundle }) {
  const { promise, area, next } = found;
  const ratings = useRatings();
  return (
    <>
      <Tags>
        <Strength strength={promise.strength} />
      </Tags>
      <Listen lang={bundle.lang} words={[area.title, promise.text]} />
      {ratings ? <Mine promise={promise.id} ratings={ratings} /> : <NoOne />}
      {next && (
        <ButtonLink href={`/rights/pledge/${next.id}`} look="quiet">
          {t("Next promise")}
        </ButtonLink>
      )}
    </>
  );
}

/** For somebody who has not signed in; staff say nothing here, and a locked app shows nothing of anybody. */
function NoOne() {
  if (!me.value) return <WaysIn words={t("Sign in to say how this is going for you.")} />;
  return me.value.space ? null : <p class="soft">{t("Young people say here how this is going for them.")}</p>;
}

function Mine({ promise, ratings }: { promise: string; ratings: Ratings }) {
  const season = useSeason();
  if (!season) return <Loading />;
  const rating = ratings.of(season, promise);
  const before = ratings.of(seasonBefore(season), promise);
  return (
    <>
      <WhoSees inFull={ratings.all.every((one) => one === rating)} />
      <RateForm space={ratings.space} promise={promise} season={season} rating={rating} />
      {before && (
        <div class="s soft">
          <p>{t("Last season you said: {answer}.", { answer: answerWords(before.answer) })}</p>
          {before.words && <p class="own-words">{before.words}</p>}
        </div>
      )}
    </>
  );
}
