/** Plans of reminders: which times are shown, and changing them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { plansShown, stepsShown, withStep } from "./prefs";

test("three times are offered, and any other that was chosen elsewhere", () => {
  assert.deepEqual(stepsShown([]), ["-14d", "-3d", "morning"]);
  assert.deepEqual(stepsShown(["-1h", "-7d"]), ["-14d", "-7d", "-3d", "morning", "-1h"]);
});

test("a time is put in and taken out, and the earliest stays first", () => {
  assert.deepEqual(withStep(["morning"], "-14d", true), ["-14d", "morning"]);
  assert.deepEqual(withStep(["-14d", "-3d", "morning"], "-3d", false), ["-14d", "morning"]);
  assert.deepEqual(withStep(["-14d"], "-14d", true), ["-14d"]);
});

test("reviews come first, and what another version added comes last", () => {
  const plans = { agreement: [], "pa-visit": [], own_date: [], review: [] };
  assert.deepEqual(
    plansShown(plans).map(([kind]) => kind),
    ["review", "own_date", "agreement", "pa-visit"],
  );
});
