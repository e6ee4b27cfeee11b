import assert from "node:assert/strict";
import { test } from "node:test";
import type { LookRow } from "../../data/types";
import { byDay } from "./by-day";

const look = (at: string, more: Partial<LookRow> = {}): LookRow => ({
  id: `${at}-${more.by ?? "Sam"}-${more.kind ?? "copy"}`,
  by: "Sam",
  role: "adviser",
  kind: "copy",
  at,
  reason: null,
  ...more,
});
const day = (moment: string) => moment.slice(0, 10);

test("the newest day and hour come first, whatever order they came in", () => {
  const rows = ["2026-11-20T09:00:00Z", "2026-11-22T08:00:00Z", "2026-11-22T10:00:00Z"].map((at) => look(at));
  assert.deepEqual(
    byDay(rows, day).map(({ looked }) => looked.map(({ hours }) => hours)),
    [[["2026-11-22T10:00:00Z", "2026-11-22T08:00:00Z"]], [["2026-11-20T09:00:00Z"]]],
  );
});

test("a person's copies are one line, and what they opened is another", () => {
  const rows = [
    look("2026-11-22T08:00:00Z"),
    look("2026-11-22T09:00:00Z", { kind: "opened" }),
    look("2026-11-22T10:00:00Z", { by: "Priya", role: "cover" }),
    look("2026-11-22T11:00:00Z"),
  ];
  const lines = byDay(rows, day)[0]?.looked.map(({ by, kind, hours }) => [by, kind, hours.length]);
  assert.deepEqual(lines, [
    ["Sam", "copy", 2],
    ["Priya", "copy", 1],
    ["Sam", "opened", 1],
  ]);
});

test("each hour of a manager keeps its own reasons", () => {
  const manager = { by: "Helen", role: "manager", kind: "manager" } as const;
  const rows = [
    look("2026-11-22T08:00:00Z", { ...manager, reason: "A complaint of 20 November" }),
    look("2026-11-22T10:00:00Z", { ...manager, reason: "Sam is away\nAsked for by Maya" }),
  ];
  assert.deepEqual(
    byDay(rows, day)[0]?.looked.map(({ reasons }) => reasons),
    [["Sam is away", "Asked for by Maya"], ["A complaint of 20 November"]],
  );
});
