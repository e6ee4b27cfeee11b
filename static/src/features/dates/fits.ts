/**
 * Which kinds of review may be for a person: only what is plainly for others is left out, by age, by status as far as it
 * was said, and by how the person lives. Pure.
 */
import type { Review } from "../../data/types";
import { ageOn, fromIso } from "../check/rules/ages";
import type { Circumstances } from "../check/rules/types";
import { truthOf } from "../check/rules/who";

/** What is known of the person whose reviews they are. */
export interface About {
  /** Null while the profile is not here. */
  birthday: string | null;
  /** Every status that the person may have; null when nobody has said. */
  statuses: readonly string[] | null;
}

const ADULT = 18;
/** What somebody can be from 18 on, one of the two; before it, anything. */
const GROWN = ["frc", "qualifying"];
/** What was said of somebody before 18 says no more by then than that. */
const NOT_GROWN = ["looked_after", "eligible", "relevant", "unknown"];

/** Whether a kind may be for the person on a day. `facts` is how they live, as far as is known. */
export function mayBeFor(
  { who, ends_at_age }: Review,
  { birthday, statuses }: About,
  day: string,
  facts: Circumstances = {},
): boolean {
  if (!birthday) return true;
  const age = ageOn(fromIso(birthday), fromIso(day));
  const person = { day, age, statuses: statusesAt(age, statuses), inLearning: null, facts };
  const here = { ...person, council: null, homeCouncil: null };
  return (ends_at_age === undefined || age < ends_at_age) && truthOf(who, here) !== false;
}

function statusesAt(age: number, said: readonly string[] | null): string[] {
  if (age < ADULT) return [...(said ?? ["unknown"])];
  return said && !said.some((one) => NOT_GROWN.includes(one)) ? [...said] : GROWN;
}
