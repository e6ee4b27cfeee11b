/** A young person's dates, as they are on this device now. */
import { bundle } from "../../data/content";
import { type ShownDate, shownDates } from "../../data/dates-view";
import { pending } from "../../data/operations";
import {
  agreementsOf,
  planAnswer,
  preparations,
  type ShownAgreement,
  type ShownPlanAnswer,
  type ShownPreparation,
} from "../../data/ready-view";
import { type ShownReminder, shownReminders } from "../../data/reminders-view";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type {
  AgreementRow,
  DateRow,
  DateStepRow,
  PlanAnswerRow,
  PreparationRow,
  ProfileRow,
  ReminderRow,
  Review,
  SharedCheckRow,
  StatusRecordRow,
} from "../../data/types";
import { today } from "./london";
import { saidStatuses } from "./said-status";

export interface Dates {
  space: string;
  /** First name of the personal adviser; null when the duty team looks after this person. */
  adviser: string | null;
  birthday: string | null;
  /** Every status that review dates are reckoned by; null when nobody has said. */
  statuses: readonly string[] | null;
  /** The soonest first; those without a day last. */
  all: ShownDate[];
  reminders: ShownReminder[];
  preparations: (date: string) => ShownPreparation[];
  agreements: (date: string) => ShownAgreement[];
  answer: (date: string) => ShownPlanAnswer | null;
}

/** Null when no young person is signed in. Reading it in a component draws that again when something changes. */
export function useDates(): Dates | null {
  const space = me.value?.space;
  return space ? readDates(space) : null;
}

/** The dates of one space. Reading it in a component subscribes that. */
export function readDates(space: string): Dates {
  const waiting = pending.value.filter((operation) => operation.space === space);
  const dates = rows<DateRow>(space, "dates").value;
  const steps = rows<DateStepRow>(space, "date_steps").value;
  const profile = rows<ProfileRow>(space, "profile").value[0];
  const records = rows<StatusRecordRow>(space, "status_records").value;
  const checks = rows<SharedCheckRow>(space, "shared_checks").value;
  return {
    space,
    adviser: profile?.adviser?.name ?? null,
    birthday: profile?.birthday ?? null,
    statuses: saidStatuses(records, checks, waiting, today()),
    all: shownDates(dates, steps, waiting),
    reminders: shownReminders(rows<ReminderRow>(space, "reminders").value, waiting),
    preparations: (date) => preparations(date, rows<PreparationRow>(space, "preparations").value, waiting),
    agreements: (date) => agreementsOf(date, rows<AgreementRow>(space, "agreements").value, waiting),
    answer: (date) => planAnswer(date, rows<PlanAnswerRow>(space, "plan_answers").value, waiting),
  };
}

/** The kinds of review of the pack; none while it is not here. */
export function reviewKinds(): Review[] {
  return bundle.value?.passport.reviews ?? [];
}

/** The kind of review that a date is; null for own dates, and for kinds that the pack no longer has. */
export function reviewOf({ kind }: Pick<ShownDate, "kind">): Review | null {
  return reviewKinds().find((one) => one.id === kind) ?? null;
}
