/** What this council has promised the children it looks after and its care leavers, and how that goes for whoever looks. */
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { PromiseLine } from "../pledge/promise-line";
import { areasOf } from "../pledge/promises";
import { useRatings, useSeason } from "../pledge/ratings";
import { SayCard } from "../pledge/say-card";
import { PaperLine } from "./paper-line";
import { RightsTabs } from "./rights-tabs";

export function PledgeScreen() {
  return (
    <Page title={t("My rights")} docTitle={t("Pledge – My rights")}>
      <RightsTabs current="pledge" />
      <WithBundle>{(bundle) => <PledgeAreas bundle={bundle} />}</WithBundle>
    </Page>
  );
}

function PledgeAreas({ bundle }: { bundle: Bundle }) {
  const ratings = useRatings();
  const season = useSeason();
  const areas = areasOf(bundle);
  if (areas.length === 0) {
    return (
      <Empty title={t("No pledge here yet")}>
        <p>{t("A pledge is what a council promises you. Choose your council on Home.")}</p>
      </Empty>
    );
  }
  return (
    <>
      <h2>{bundle.pledge?.title}</h2>
      <p>{bundle.pledge?.intro}</p>
      <PaperLine bundle={bundle} />
      <SayCard areas={areas} ratings={ratings} season={season} />
      {areas.map((area) => (
        <section class="card" key={area.id} aria-labelledby={`area-${area.id}`}>
          <h2 id={`area-${area.id}`}>{area.title}</h2>
          <ul class="lines">
            {area.promises.map((promise) => (
              <PromiseLine key={promise.id} promise={promise} ratings={ratings} season={season} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
