/** The card on Home: the next date, and what is later than is allowed. Nothing when there is neither. */
import { isToCome } from "../../data/dates-view";
import { today } from "../../ui/dated";
import { reviewKinds, useDates } from "./dates";
import { LateNote } from "./late";
import { NextDate } from "./next-date";
import { standings } from "./standing";

export function DatesHomeCard() {
  const dates = useDates();
  if (!dates) return null;
  const day = today();
  const next = dates.all.find((one) => isToCome(one, day));
  const late = standings(reviewKinds(), dates.all, day, dates.birthday).filter(
    (one) => one.late && !one.next,
  );
  return (
    <>
      {next && <NextDate date={next} dates={dates} />}
      {late.map((one) => (
        <LateNote key={one.review.id} standing={one} />
      ))}
    </>
  );
}

/** Whether Home shows a date at its top. */
export function useNextDate(): boolean {
  const day = today();
  return useDates()?.all.some((one) => isToCome(one, day)) ?? false;
}
