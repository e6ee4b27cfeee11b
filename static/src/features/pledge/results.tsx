/** What everyone said of the promises, season by season, with their words and with what the council did. For everybody. */
import { useState } from "preact/hooks";
import { resultsAddress } from "../../data/pledge-results";
import type { Bundle, PledgeResults, SeasonResult } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Empty, Failed, Loading } from "../../ui/empty";
import { SelectField } from "../../ui/field";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { DidList } from "./did-list";
import { PromiseResultCard } from "./promise-result";
import { areasOf } from "./promises";
import { useResults } from "./use-results";
import { seasonWords } from "./words";

export function PledgeResultsScreen() {
  const back = { href: "/rights/pledge", words: t("Pledge") };
  return (
    <WithBundle frame={back}>
      {(bundle) => (
        <Page
          title={t("What everyone said")}
          docTitle={t("What everyone said – Pledge")}
          back={back}
          sub={areasOf(bundle).length > 0 && bundle.council.name}
        >
          {areasOf(bundle).length > 0 ? (
            <Published bundle={bundle} />
          ) : (
            <Empty title={t("No pledge here yet")}>
              <p>{t("A pledge is what a council promises you. Choose your council on Home.")}</p>
            </Empty>
          )}
        </Page>
      )}
    </WithBundle>
  );
}

function Published({ bundle }: { bundle: Bundle }) {
  const { results, failed, reload } = useResults(bundle.council.slug);
  if (!results && !failed) return <Loading />;
  if (!results) {
    return (
      <Failed onRetry={reload}>
        <p>
          {t("This phone has not kept the results yet. Open them once with a signal, then they stay here.")}
        </p>
      </Failed>
    );
  }
  return (
    <>
      {failed && (
        <Note live>
          <p>{t("No connection just now. This is what this phone saw last.")}</p>
          <Button small look="quiet" onClick={reload}>
            {t("Try again")}
          </Button>
        </Note>
      )}
      <Seasons results={results} bundle={bundle} />
    </>
  );
}

function Seasons({ results, bundle }: { results: PledgeResults; bundle: Bundle }) {
  const { seasons, did, words } = results;
  const [chosen, setChosen] = useState("");
  const season = seasons.find((one) => one.season === chosen) ?? seasons[0];
  return (
    <>
      <DidList did={did} bundle={bundle} />
      <h2>{t("The numbers")}</h2>
      {season ? (
        <>
          {seasons.length > 1 && (
            <SelectField
              id="season"
              label={t("Months")}
              value={season.season}
              onInput={setChosen}
              options={seasons.map((one) => ({ value: one.season, words: seasonWords(one.season) }))}
            />
          )}
          {seasons.length === 1 && <p class="strong">{seasonWords(season.season)}</p>}
          <HowToRead />
          <OneSeason key={season.season} season={season} words={words} />
          <p>
            <a href={`${resultsAddress(results.council)}.csv`} download>
              {t("Get all numbers as a table (CSV)")}
            </a>
          </p>
        </>
      ) : (
        <Empty title={t("There are no numbers yet")}>
          <p>{t("They come about two weeks after the end of each three months.")}</p>
        </Empty>
      )}
    </>
  );
}

function HowToRead() {
  return (
    <p class="s soft">
      {t(
        "A promise is shown when 5 or more people answered. “Fewer than 5, or hidden” keeps a number back, so that nobody can be made out.",
      )}
    </p>
  );
}

function OneSeason({ season, words }: { season: SeasonResult; words: PledgeResults["words"] }) {
  const { promises } = season;
  if (promises.length === 0)
    return <Empty title={t("No promise had 5 or more answers, so no numbers are shown.")} />;
  const said = words.filter((one) => one.season === season.season);
  const most = Math.max(
    1,
    ...promises.flatMap((one) => [one.kept, one.partly, one.not_kept, one.cannot_say].map(Number)),
  );
  return (
    <ul class="bare stack">
      {promises.map((one) => (
        <li key={one.promise}>
          <PromiseResultCard
            result={one}
            most={most}
            words={said.filter(({ promise }) => promise === one.promise)}
          />
        </li>
      ))}
    </ul>
  );
}
