/** The words for where a request stands, and for days to come and gone. */
import { isOpen, type ShownRequest, type ShownStep } from "../../data/asks-view";
import type { RequestState } from "../../data/types";
import { daysBetween } from "../../data/working-days";
import { formatDate, t, tn } from "../../i18n/index";
import { today } from "../../ui/dated";
import type { TagLook } from "../../ui/tag";
import type { Protest } from "./challenge";

export function stateWords(state: RequestState): string {
  switch (state) {
    case "asked":
      return t("Asked");
    case "seen":
      return t("Seen");
    case "agreed":
      return t("They said yes");
    case "refused":
      return t("They said no");
    case "done":
      return t("Done");
    case "withdrawn":
      return t("No longer needed");
  }
}

export function stateLook(state: RequestState): TagLook {
  switch (state) {
    case "agreed":
    case "done":
      return "go";
    case "refused":
      return "stop";
    case "withdrawn":
      return "plain";
    default:
      return "calm";
  }
}

/** One line of what happened, without its date. */
export function stepWords({ state, by, by_owner, waiting }: ShownStep): string {
  if (state === "done" && by_owner) return t("You said that you have got it");
  if (state === "withdrawn") return t("You said that you no longer need it");
  const name = by ?? "";
  if (waiting || !name) return stateWords(state);
  switch (state) {
    case "seen":
      return t("{name} has seen it", { name });
    case "agreed":
      return t("{name} said yes", { name });
    case "refused":
      return t("{name} said no", { name });
    case "done":
      return t("{name} said that it is done", { name });
  }
}

/** Who gets a request: the adviser by name, or the duty team. */
export function whoGets(adviser: string | null): string {
  return adviser ?? t("your council’s duty team");
}

/** What is happening now: one line on the receipt. */
export function standing(request: ShownRequest, adviser: string | null): string {
  if (!isOpen(request.state)) return lastWords(request);
  if (request.waiting) return t("Not sent yet");
  const sent = formatDate(request.made_at, "short");
  const seenBy = request.steps.filter((step) => step.state === "seen").at(-1)?.by;
  if (request.state === "asked") return t("Sent {date} to {name}", { date: sent, name: whoGets(adviser) });
  return seenBy
    ? t("Sent {date} · {name} is checking", { date: sent, name: seenBy })
    : t("Sent {date} · someone is checking", { date: sent });
}

/** The same with the day by which an answer is due: one line on the list. */
export function nowWords(request: ShownRequest, adviser: string | null): string {
  const now = standing(request, adviser);
  if (!isOpen(request.state)) return now;
  const date = formatDate(request.due, "short");
  return request.late
    ? t("{now} · an answer was due by {date}", { now, date })
    : t("{now} · answer due by {date}", { now, date });
}

function lastWords({ state, steps }: ShownRequest): string {
  const last = steps.filter((step) => step.state === state).at(-1);
  return last
    ? t("{what} · {date}", { what: stepWords(last), date: formatDate(last.at, "short") })
    : stateWords(state);
}

const MONTH = 30.44;
/** From here on nobody counts days. */
const LONG = 92;

/** A day as a countdown: "in 3 days", "today", "2 days ago". */
export function countdown(day: string, from = today()): string {
  const left = daysBetween(from, day);
  if (left === 0) return t("today");
  if (left === 1) return t("tomorrow");
  if (left === -1) return t("yesterday");
  if (left >= LONG) return tn("in about {n} month", "in about {n} months", Math.round(left / MONTH));
  return left > 0 ? tn("in {n} day", "in {n} days", left) : tn("{n} day ago", "{n} days ago", -left);
}

/** What the letter that challenges a decision is called. */
export function protestTitle(protest: Protest): string {
  return protest === "again" ? t("Letter to ask them to look again") : t("Letter to complain");
}
