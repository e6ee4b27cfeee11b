/** What a change to a date is called on the list of what waits to be sent. */
import type { DateOperation, OperationKind, ReminderOperation } from "../../data/types";
import { t } from "../../i18n/index";

/** Whether an operation is about dates or reminders. */
export function isDateKind(kind: OperationKind): kind is DateOperation | ReminderOperation {
  return /^(date|prepare|agreement|plan|reminder)\./.test(kind);
}

export function dateKindWords(kind: DateOperation | ReminderOperation): string {
  switch (kind) {
    case "date.plan":
    case "date.move":
    case "date.own":
    case "date.own_change":
      return t("A date");
    case "date.mark":
      return t("How a date was");
    case "date.own_cancel":
      return t("A date taken off your list");
    case "date.propose":
      return t("Another time you asked for");
    case "date.decline":
      return t("A no to another time");
    case "date.ask":
      return t("A review you asked for");
    case "prepare.put":
      return t("What you got ready");
    case "prepare.share":
      return t("What you got ready, to share or to stop sharing");
    case "agreement.put":
      return t("Something agreed");
    case "agreement.done":
      return t("Something agreed, done or not");
    case "plan.answer":
      return t("Whether you agree with the plan");
    case "reminder.make":
      return t("A reminder");
    case "reminder.cancel":
      return t("A reminder called off");
    case "reminder.seen":
      return t("That you saw a reminder");
  }
}
