/** Which recorded status is in force, with what waits on this device. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation, StatusRecordRow } from "../../data/types";
import { statusRecords } from "./status-records";

const at = (day: number) => `2026-11-0${day}T09:00:00.000Z`;

const row = (id: string, status: string, day: number): StatusRecordRow => ({
  ...{ id, status, at: at(day) },
  ...{ since: "2026-01-01", source: "Pathway plan", by: "Sam Okafor", disagreed: null },
});

const unsent = (id: string, status: string, day: number): Operation => ({
  ...{ id, space: "s", kind: "status.record", made_at: at(day) },
  body: { status, since: "2026-11-01", source: "Letter" },
  ...{ state: "waiting", tries: 0, answered_at: null, problem: null },
});

test("the newest by stamp is in force, sent or not", () => {
  const shown = statusRecords([row("a", "relevant", 1), row("b", "frc", 3)], [unsent("c", "qualifying", 2)]);
  assert.deepEqual(
    shown.map(({ status }) => status),
    ["frc", "qualifying", "relevant"],
  );
  assert.equal(statusRecords([row("a", "relevant", 1)], [unsent("c", "frc", 2)])[0]?.by, null);
});

test("what the server has answered already is not shown twice, and other operations are not records", () => {
  const other: Operation = { ...unsent("d", "frc", 4), kind: "request.step" };
  assert.equal(statusRecords([row("c", "frc", 2)], [unsent("c", "frc", 2), other]).length, 1);
});
