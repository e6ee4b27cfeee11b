/** Whose entries count for somebody who lives in another council's area than that of the council that answers for them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bundle, Entitlement } from "../../data/types";
import { entriesFor } from "./mine";

const entry = (id: string, council: Entitlement["council"], title: string) =>
  ({ id, council, title }) as Entitlement;
const bundle = (...entitlements: Entitlement[]) => ({ entitlements }) as Bundle;

const OWN = bundle(
  entry("first-home", "responsible", "ours"),
  entry("council-tax", "home", "ours"),
  entry("crisis-money", "home", "ours"),
  entry("bus-pass", "none", "ours"),
);
const THERE = bundle(entry("council-tax", "home", "theirs"), entry("first-home", "responsible", "theirs"));

test("what the council decides where a person lives is read in that council's pack", () => {
  const titles = (home: Bundle | null) => entriesFor(OWN, home).map(({ id, title }) => [id, title]);
  assert.deepEqual(titles(THERE), [
    ["first-home", "ours"],
    ["council-tax", "theirs"],
    ["crisis-money", "ours"],
    ["bus-pass", "ours"],
  ]);
  assert.ok(titles(null).every(([, title]) => title === "ours"));
});
