/** At the top of the pledge: that one can say how it goes, for which season, and where to see what everyone said. */
import { Link } from "wouter-preact";
import type { PledgeArea } from "../../data/types";
import { t, tn } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";
import type { Ratings } from "./ratings";
import { seasonWords } from "./words";

interface SayCardProps {
  areas: readonly PledgeArea[];
  ratings: Ratings | null;
  season: string | null;
}

export function SayCard({ areas, ratings, season }: SayCardProps) {
  return (
    <Card>
      {ratings && season && <Say areas={areas} ratings={ratings} season={season} />}
      <div class="lines">
        <Link class="line" href="/rights/pledge/results">
          <span class="grow strong">{t("What everyone said, and what the council did")}</span>
          <Icon name="next" turns />
        </Link>
      </div>
    </Card>
  );
}

function Say({ areas, ratings, season }: { areas: readonly PledgeArea[]; ratings: Ratings; season: string }) {
  const promises = areas.flatMap((area) => area.promises);
  const n = promises.filter(({ id }) => ratings.of(season, id)).length;
  return (
    <>
      <h2>{t("How is it going for you?")}</h2>
      <p>{t("Tap a promise and say if it was kept. Say as many or as few as you like.")}</p>
      <p class="meta">
        {n > 0
          ? tn(
              "{season}: you said how {n} promise is going.",
              "{season}: you said how {n} promises are going.",
              n,
              { season: seasonWords(season), n },
            )
          : seasonWords(season)}
      </p>
    </>
  );
}
