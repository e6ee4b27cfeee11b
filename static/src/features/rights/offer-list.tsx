/** What this council says it offers to care leavers, by heading. */
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { TitledList } from "../../ui/titled-list";
import { WithBundle } from "../../ui/with-bundle";
import { isOwnPack } from "./own-pack";
import { PaperLine } from "./paper-line";
import { RightsTabs } from "./rights-tabs";

function headings(): { id: string; words: string }[] {
  return [
    { id: "accommodation", words: t("Where you live") },
    { id: "money", words: t("Money") },
    { id: "education_training", words: t("Education and training") },
    { id: "employment", words: t("Work") },
    { id: "health_wellbeing", words: t("Health and feeling well") },
    { id: "relationships", words: t("People around you") },
    { id: "participation", words: t("Having your say") },
  ];
}

export function OfferList() {
  return (
    <Page title={t("My rights")} docTitle={t("Local offer – My rights")}>
      <RightsTabs current="offer" />
      <WithBundle>{(bundle) => <Offer bundle={bundle} />}</WithBundle>
    </Page>
  );
}

function Offer({ bundle }: { bundle: Bundle }) {
  if (bundle.offer.length === 0 || !isOwnPack(bundle)) {
    return (
      <Empty title={t("No local offer here yet")}>
        <p>
          {t(
            "Choose your council on Home. If it is not there, ask it for its local offer: it must publish one.",
          )}
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p>{t("What {council} council says it offers to care leavers.", { council: bundle.council.name })}</p>
      {headings().map(({ id, words }) => (
        <TitledList key={id} title={words} entries={bundle.offer.filter((entry) => entry.heading === id)}>
          {(entry) => (
            <LinkCard href={`/rights/offer/${entry.id}`}>
              <b>{entry.title}</b>
              <p class="s soft">{entry.summary}</p>
              <PaperLine bundle={bundle} />
            </LinkCard>
          )}
        </TitledList>
      ))}
    </>
  );
}
