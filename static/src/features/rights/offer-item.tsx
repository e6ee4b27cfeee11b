/** One thing this council says it offers. */
import { useParams } from "wouter-preact";
import type { Bundle, OfferEntry } from "../../data/types";
import { t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { Listen } from "../../ui/listen";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { Glossed } from "../../ui/words-of-law";
import { PaperLine } from "./paper-line";
import { SaysNo } from "./says-no";
import { SourceNotes } from "./source-notes";

export function OfferItem() {
  const { id } = useParams<{ id: string }>();
  const back = { href: "/rights/offer", words: t("Local offer") };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const entry = bundle.offer.find((one) => one.id === id);
        return (
          <Page title={entry?.title ?? t("We do not know this one")} back={back}>
            {entry ? (
              <Entry entry={entry} bundle={bundle} />
            ) : (
              <Empty title={t("The link may be old, or it belongs to another council.")} />
            )}
          </Page>
        );
      }}
    </WithBundle>
  );
}

function Entry({ entry, bundle }: { entry: OfferEntry; bundle: Bundle }) {
  const right = bundle.entitlements.find((one) => one.id === entry.entitlement);
  return (
    <>
      <PaperLine bundle={bundle} />
      <Listen lang={bundle.lang} words={[entry.title, entry.summary, entry.how_to_ask]} />
      <p>
        <Glossed text={entry.summary} />
      </p>
      {entry.how_to_ask && (
        <>
          <h2>{t("How to ask")}</h2>
          <p>
            <Glossed text={entry.how_to_ask} />
          </p>
        </>
      )}
      {right && (
        <>
          <h2>{t("What the law and the government say")}</h2>
          <LinkCard href={`/rights/money/${right.id}`}>
            <b>{right.title}</b>
            <p class="s soft">{right.summary}</p>
          </LinkCard>
        </>
      )}
      <SaysNo />
      <SourceNotes entry={entry} />
    </>
  );
}
