/**
 * Which kinds of review may be for this person. Only what is plainly for others is left out, by age and by how the person
 * lives: their status is the council's to decide and may be wrong, and who asks wrongly is told so by a person.
 */
import type { Review } from "../../data/types";
import { ageOn, fromIso } from "../check/rules/ages";
import type { Circumstances } from "../check/rules/types";
import { truthOf } from "../check/rules/who";
import { today } from "./london";
import { isOwed } from "./words";

const ADULT = 18;
/** What somebody can be from 18 on, one of the two; before it, anything. */
const GROWN = ["frc", "qualifying"];

/** The kinds that a young person could ask for. `facts` is how they live, as far as the check knows. */
export function fitting(reviews: readonly Review[], birthday: string | null, facts: Circumstances): Review[] {
  const owed = reviews.filter((review) => isOwed(review) && !review.every.once);
  if (!birthday) return owed;
  const age = ageOn(fromIso(birthday), fromIso(today()));
  const statuses = age >= ADULT ? GROWN : ["unknown"];
  const person = { day: today(), age, statuses, inLearning: null, facts, council: null, homeCouncil: null };
  return owed.filter(
    ({ who, ends_at_age }) =>
      (ends_at_age === undefined || age < ends_at_age) && truthOf(who, person) !== false,
  );
}
