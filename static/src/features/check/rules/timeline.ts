/** A person's timeline: what starts, changes and ends at 16, 17, 18, 21 and 25, if nothing else changes. Pure. */
import type { Entitlement } from "../../../data/content-types";
import { birthday, type Day, toIso } from "./ages";
import { Course } from "./person";
import { amounts, fits, isStarted } from "./results";
import { decide } from "./rules";
import type { CheckInput, Milestone } from "./types";

const MILESTONES = [16, 17, 18, 21, 25];

/**
 * The milestones in order, each with its day, the change of status, and the ids that start, change and end on it. What
 * depends on an open question counts as fitting. Throws when the answers cannot be true.
 */
export function timeline(input: CheckInput): Milestone[] {
  const course = new Course(input);
  return MILESTONES.map((age) => milestone(age, course, input.entries));
}

function milestone(age: number, course: Course, entries: readonly Entitlement[]): Milestone {
  const { guess } = course.standing.lives;
  const day = birthday(guess.dob, age);
  const [[before], [after]] = [decide(guess, day - 1), decide(guess, day)];
  const status = before === after ? null : { before, after };
  const found: Milestone = { age, on: toIso(day), status, starts: [], changes: [], ends: [] };
  for (const entry of entries.filter(isStarted)) {
    const change = changeOf(entry, course, day);
    if (change) found[change].push(entry.id);
  }
  return found;
}

function changeOf(entry: Entitlement, course: Course, day: Day): "starts" | "changes" | "ends" | null {
  const [before, after] = [fits(entry, course.on(day - 1)), fits(entry, course.on(day))];
  if (before !== after) return after ? "starts" : "ends";
  // Which amounts are the person's; a rise in price is no change at a birthday.
  const sums = (on: Day) =>
    amounts(entry, course.on(on), course.today)
      .map(({ id }) => id)
      .join();
  return after && sums(day - 1) !== sums(day) ? "changes" : null;
}
