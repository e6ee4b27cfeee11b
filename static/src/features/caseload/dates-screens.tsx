/** The adviser's screens of one young person's dates; which of them an address shows. */
import { Screens } from "../../app/screens";
import { PersonDates } from "./dates";
import { PlanDate } from "./dates-new";
import { PersonDate } from "./dates-one";

const SCREENS = {
  "/people/:space/dates": PersonDates,
  "/people/:space/dates/new/:kind?": PlanDate,
  "/people/:space/dates/:id": PersonDate,
} as const;

export function PersonDateScreens() {
  return <Screens of={SCREENS} />;
}
