/**
 * What a young person said of each promise: the server's rows with this phone's unsent operations laid over them. Pure.
 */
import { byStamp } from "./queue-order";
import type { Operation, PledgeAnswer, RatingRow } from "./types";

export interface ShownRating {
  season: string;
  promise: string;
  answer: PledgeAnswer;
  words: string;
  waiting: boolean;
}

/** The name of a rating: one for each promise in each season. */
export const ratingId = (season: string, promise: string) => `${season}/${promise}`;

/** The ratings by `ratingId`. What is said later replaces all that was said before, the words too. */
export function shownRatings(
  rows: readonly RatingRow[],
  pending: readonly Operation[],
): Map<string, ShownRating> {
  const ratings = new Map<string, ShownRating>();
  const stamps = new Map<string, string>();
  for (const { id, season, promise, answer, words, made_at } of rows) {
    ratings.set(id, { season, promise, answer, words, waiting: false });
    stamps.set(id, made_at);
  }
  for (const { kind, made_at, body } of [...pending].sort(byStamp)) {
    if (kind !== "pledge.rate") continue;
    const season = String(body.season);
    const promise = String(body.promise);
    const id = ratingId(season, promise);
    if (made_at < (stamps.get(id) ?? "")) continue;
    const answer = body.answer as PledgeAnswer;
    ratings.set(id, { season, promise, answer, words: String(body.words ?? ""), waiting: true });
  }
  return ratings;
}
