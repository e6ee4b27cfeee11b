/** What this young person said of the promises, as it is on this phone now, and which season runs. */
import { useEffect, useState } from "preact/hooks";
import { locked } from "../../app/lock";
import { pending } from "../../data/operations";
import { ratingId, type ShownRating, shownRatings } from "../../data/ratings-view";
import { seasonNow } from "../../data/season";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type { RatingRow } from "../../data/types";

/** A screen may stay open over the end of a season. */
const LOOK_AGAIN_MS = 60_000;

export interface Ratings {
  space: string;
  all: readonly ShownRating[];
  of: (season: string, promise: string) => ShownRating | null;
}

/**
 * Null when no young person is signed in, and while the app is locked: these screens stay open then.
 * Reading it in a component draws that again when something changes.
 */
export function useRatings(): Ratings | null {
  const space = me.value?.space;
  return space && !locked.value ? readRatings(space) : null;
}

function readRatings(space: string): Ratings {
  const waiting = pending.value.filter((operation) => operation.space === space);
  const shown = shownRatings(rows<RatingRow>(space, "ratings").value, waiting);
  return {
    space,
    all: [...shown.values()],
    of: (season, promise) => shown.get(ratingId(season, promise)) ?? null,
  };
}

/** The season that runs, by the clock that stamps operations; null until it is known. */
export function useSeason(): string | null {
  const [season, setSeason] = useState<string | null>(null);
  useEffect(() => {
    const look = () => void seasonNow().then(setSeason, () => undefined);
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return season;
}
