/** Ratings as the screens show them: the server's rows with this phone's unsent operations over them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ratingId, shownRatings } from "../src/data/ratings-view";
import type { Operation, OperationKind, PledgeAnswer, RatingRow } from "../src/data/types";

const SEASON = "2026-Q4";
const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, "0")}:00.000Z`;

const row = (minute: number, answer: PledgeAnswer, words = ""): RatingRow => ({
  ...{ id: `${SEASON}/safe-home`, season: SEASON, promise: "safe-home" },
  ...{ answer, words, made_at: at(minute) },
});

const rate = (
  minute: number,
  answer: PledgeAnswer,
  more: Record<string, unknown> = {},
  kind: OperationKind = "pledge.rate",
): Operation => ({
  ...{ id: `op-${minute}`, space: "s", kind, made_at: at(minute) },
  body: { promise: "safe-home", season: SEASON, answer, ...more },
  ...{ state: "waiting", tries: 0, answered_at: null, problem: null },
});

const shown = (rows: RatingRow[], pending: Operation[]) =>
  shownRatings(rows, pending).get(ratingId(SEASON, "safe-home"));

test("what the server has is shown", () => {
  const found = shown([row(1, "partly", "sometimes")], []);
  assert.deepEqual([found?.answer, found?.words, found?.waiting], ["partly", "sometimes", false]);
});

test("what waits on this phone goes before it, and replaces the words too", () => {
  const found = shown([row(1, "partly", "sometimes")], [rate(2, "kept")]);
  assert.deepEqual([found?.answer, found?.words, found?.waiting], ["kept", "", true]);
});

test("of several that wait, the latest counts, in whatever order they lie", () => {
  const found = shown([], [rate(5, "not_kept", { words: "no" }), rate(3, "kept")]);
  assert.deepEqual([found?.answer, found?.words], ["not_kept", "no"]);
});

test("what another phone said later stays", () => {
  assert.equal(shown([row(9, "kept")], [rate(2, "not_kept")])?.answer, "kept");
});

test("each season and each promise has its own, and other operations are none", () => {
  const ratings = shownRatings(
    [row(1, "kept")],
    [
      rate(2, "partly", { season: "2026-Q3" }),
      rate(3, "cannot_say", { promise: "few-moves" }),
      rate(4, "not_kept", {}, "passport.mark"),
    ],
  );
  const answers = [...ratings].map(([id, { answer }]) => [id, answer]);
  assert.deepEqual(answers, [
    ["2026-Q4/safe-home", "kept"],
    ["2026-Q3/safe-home", "partly"],
    ["2026-Q4/few-moves", "cannot_say"],
  ]);
});
