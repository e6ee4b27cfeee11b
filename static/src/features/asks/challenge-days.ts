/**
 * The steps of challenging a decision with their dates, counted from the days that the person wrote down. Pure.
 * How long each step may take is content (for children's services: the Children Act 1989 Representations Procedure
 * (England) Regulations 2006, regulations 9 and 14 to 20).
 */
import type { Challenge, ChallengeStep } from "../../data/types";
import { addSpan } from "../../data/working-days";

export interface Deadline {
  usual: string;
  /** The longest that it may be stretched to; null when there is no stretching. */
  latest: string | null;
  /** False when it is counted from a day that is itself only expected. */
  sure: boolean;
}

export interface PlannedStep {
  step: ChallengeStep;
  /** The day on which it was done, as written down. */
  done: string | null;
  due: Deadline | null;
  /** The step whose day is missing before this one can be counted. */
  waitsFor: ChallengeStep | null;
}

interface Base {
  usual: string;
  latest: string;
  sure: boolean;
}

/** `days`: when steps were done. `decided`: the day of the decision that is challenged, or on which it should have come. */
export function plan(
  challenge: Challenge,
  days: ReadonlyMap<string, string>,
  decided: string | null,
  holidays: readonly string[],
): PlannedStep[] {
  const planned: PlannedStep[] = [];
  for (const step of challenge.steps) {
    const before = planned.at(-1) ?? null;
    const from = step.counted_from === "complaint" ? ownStepBefore(planned) : (before?.step ?? null);
    const base = step.counted_from === "decision" ? exactly(decided) : baseOf(step, from, before, days);
    const due = base && step.within ? deadline(step, base, holidays) : null;
    const missing = step.within && !due && step.counted_from !== "decision";
    planned.push({ step, done: days.get(step.id) ?? null, due, waitsFor: missing ? from : null });
  }
  return planned;
}

/** Their time to answer runs from the person's own last step: the complaint that they now answer. */
function ownStepBefore(planned: readonly PlannedStep[]): ChallengeStep | null {
  return planned.filter(({ step }) => step.acts === "you").at(-1)?.step ?? null;
}

const exactly = (day: string | null | undefined): Base | null =>
  day ? { usual: day, latest: day, sure: true } : null;

/** A step of theirs that follows another of theirs can be expected; the person's own time runs only from a real answer. */
function baseOf(
  step: ChallengeStep,
  from: ChallengeStep | null,
  before: PlannedStep | null,
  days: ReadonlyMap<string, string>,
): Base | null {
  const known = exactly(from && days.get(from.id));
  if (known || step.counted_from !== "step" || step.acts !== "them") return known;
  if (!before?.due || before.step.acts !== "them") return null;
  return { usual: before.due.usual, latest: before.due.latest ?? before.due.usual, sure: false };
}

function deadline(step: ChallengeStep, base: Base, holidays: readonly string[]): Deadline | null {
  if (!step.within) return null;
  const usual = addSpan(base.usual, step.within, holidays);
  const latest = addSpan(base.latest, step.longest ?? step.within, holidays);
  return { usual, latest: latest > usual ? latest : null, sure: base.sure };
}
