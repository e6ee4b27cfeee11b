/** Counting skills, and choosing what to try next. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Level, Skill } from "../src/data/types";
import { nextSkills, progressOf } from "../src/features/passport/progress";
import type { Passport } from "../src/features/passport/state";

const skill = (id: string, age: number): Skill => ({
  id,
  age,
  can: id,
  why: "",
  try: "",
  evidence: "",
  heading: "",
});
const SKILLS = [skill("old", 17), skill("young", 13), skill("begun", 18), skill("done", 13)];
const LEVELS: Record<string, Level> = { begun: "with_help", done: "can_show" };

const passport = {
  level: (id: string) => LEVELS[id] ?? "not_yet",
  signOff: (id: string) => (id === "done" || id === "old" ? { withdrawn: id === "old" ? {} : null } : null),
} as unknown as Passport;

test("done from 'on my own' on; a sign-off that was taken back does not count", () => {
  assert.deepEqual(progressOf(SKILLS, passport), { done: 1, of: 4, signedOff: 1 });
  assert.deepEqual(progressOf(SKILLS, null), { done: 0, of: 4, signedOff: 0 });
});

test("what was begun comes first, then by age", () => {
  assert.deepEqual(
    nextSkills(SKILLS, passport, 3).map((one) => one.id),
    ["begun", "young", "old"],
  );
});
