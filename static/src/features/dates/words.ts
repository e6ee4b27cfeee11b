/** The words for dates: when, where, with whom, how they stand, and what they rest on. */
import { OWN, type ShownDate, type ShownDateStep } from "../../data/dates-view";
import type { Review, When } from "../../data/types";
import { formatDate, shownLanguage, t } from "../../i18n/index";
import { today } from "../../ui/dated";
import type { TagLook } from "../../ui/tag";
import { reviewOf } from "./dates";
import { type Basis, basisOf } from "./rules";

export function titleOf(date: Pick<ShownDate, "kind" | "title">): string {
  if (date.kind === OWN) return date.title;
  return reviewOf(date)?.title ?? t("A meeting");
}

/** "4pm" or "4:30pm"; other languages read the 24-hour clock. */
export function timeWords(time: string): string {
  if (shownLanguage() !== "en") return time;
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${twelve}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** A day with its weekday, or with its year when that is another one. */
export function dayWords(day: string): string {
  return formatDate(day, day.slice(0, 4) === today().slice(0, 4) ? "day" : "long");
}

export function whenWords({ day, time }: When): string {
  if (!day) return t("No day yet");
  return time ? t("{day}, {time}", { day: dayWords(day), time: timeWords(time) }) : dayWords(day);
}

/** Where and with whom, as one line; empty when nobody said. */
export function whereWords({ place, call, with: who }: Pick<ShownDate, "place" | "call" | "with">): string {
  const where = call ? t("By phone or video") : place;
  const whom = who && t("with {name}", { name: who });
  return [where, whom].filter(Boolean).join(" · ");
}

/** How a date stands; a planned one whose day is over waits for somebody to say how it was. */
export function stateWords({ state, day, kind }: ShownDate): string {
  switch (state) {
    case "asked":
      return t("Asked for");
    case "planned":
      if (!day || day >= today()) return t("Planned");
      return kind === OWN ? t("Over") : t("Not written down yet");
    case "held":
      return t("It took place");
    case "missed":
      return t("It did not take place");
    case "cancelled":
      return t("Called off");
  }
}

export function stateLook({ state, day }: ShownDate): TagLook {
  switch (state) {
    case "asked":
      return "calm";
    case "planned":
      return day && day >= today() ? "go" : "plain";
    case "missed":
      return "wait";
    default:
      return "plain";
  }
}

/** One line of a date's history, without the day on which it was written. */
export function stepWords(step: ShownDateStep): string {
  const name = step.by_owner ? t("You") : step.by;
  const words = happened(step);
  return name ? t("{name}: {what}", { name, what: words }) : words;
}

function happened(step: ShownDateStep): string {
  const when = whenWords(step);
  switch (step.state) {
    case "asked":
      return t("asked for one");
    case "planned":
      return t("planned for {when}", { when });
    case "moved":
      return t("moved to {when}", { when });
    case "proposed":
      return t("asked for another time: {when}", { when });
    case "declined":
      return t("cannot do that time");
    case "held":
      return t("it took place");
    case "missed":
      return t("it did not take place");
    case "cancelled":
      return t("called off");
  }
}

/** What a review rests on, in a word or two. */
export function basisTag(review: Review): string {
  const words: Record<Basis, string> = {
    law: t("Law"),
    guidance: t("Government guidance"),
    law_in_council_home: t("Law in council homes only"),
    good_practice: t("Good practice"),
    app_reminder: t("Our reminder"),
    our_suggestion: t("Our idea"),
  };
  return words[basisOf(review.kind, null)];
}

/** The same as a sentence. */
export function basisWords(review: Review): string {
  const words: Record<Basis, string> = {
    law: t("This is the law. Your council must do it."),
    guidance: t("This is government guidance. Your council should follow it."),
    law_in_council_home: t(
      "It is the law if you live in a home that your council provides. In any other home it is guidance.",
    ),
    good_practice: t("This is good practice. No rule sets it."),
    app_reminder: t("This is only a reminder. No rule sets it."),
    our_suggestion: t("This is only our idea. No rule sets it."),
  };
  return words[basisOf(review.kind, null)];
}

const OWED = ["law", "guidance", "law_and_guidance"];

/** Whether the council owes a review of this kind: one can be asked for, and there is something to get ready for. */
export function isOwed(review: Review | null): review is Review {
  return review !== null && OWED.includes(review.kind);
}
