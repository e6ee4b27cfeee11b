/** The words for dates: when, where, with whom, how they stand, and what they rest on. */

import { OWN, type ShownDate, type ShownDateStep } from "../../data/dates-view";
import type { Review, When } from "../../data/types";
import { addDays } from "../../data/working-days";
import { formatDate, shownLanguage, t } from "../../i18n/index";
import type { TagLook } from "../../ui/tag";
import { countdown } from "../asks/words";
import { reviewOf } from "./dates";
import { today } from "./london";
import { weekday as weekdayOf } from "./month";
import { type Basis, basisOf } from "./rules";
import { weekdayNames } from "./weekdays";

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

/** The same, shorter where that reads well: "Tue 8 Dec, 4pm". */
export function shortWhenWords({ day, time }: When): string {
  if (!day) return t("No day yet");
  if (shownLanguage() !== "en") return whenWords({ day, time });
  const weekday = weekdayNames()[weekdayOf(day)]?.short ?? "";
  const short = `${weekday} ${formatDate(day, "short")}`;
  return time ? t("{day}, {time}", { day: short, time: timeWords(time) }) : short;
}

/** How long it is until then: "today at 2pm", "tomorrow at 2pm", "in 3 days". */
export function untilWords({ day, time }: When): string {
  if (!day) return t("No day yet");
  const now = today();
  if (time && day === now) return t("today at {time}", { time: timeWords(time) });
  if (time && day === addDays(now, 1)) return t("tomorrow at {time}", { time: timeWords(time) });
  return countdown(day, now);
}

export function placeWords({ place, call }: Pick<ShownDate, "place" | "call">): string {
  return call ? t("By phone or video") : place;
}

export function whomWords({ with: who }: Pick<ShownDate, "with">): string {
  return who && t("with {name}", { name: who });
}

/** Where and with whom, as one line; empty when nobody said. */
export function whereWords(date: Pick<ShownDate, "place" | "call" | "with">): string {
  return [placeWords(date), whomWords(date)].filter(Boolean).join(" · ");
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

/** One line of a date's history, without the day on which it was written. `owner` is what the young person is called. */
export function stepWords(step: ShownDateStep, owner = t("You")): string {
  const name = step.by_owner ? owner : step.by;
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
    case "changed":
      return t("changed it: {when}", { when });
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

/** What a review rests on, in a word or two. `councilHome`: whether the council provides where the person lives. */
export function basisTag(review: Review, councilHome: boolean | null = null): string {
  const words: Record<Basis, string> = {
    law: t("Law"),
    guidance: t("Government guidance"),
    law_in_council_home: t("Law in council homes only"),
    good_practice: t("Good practice"),
    app_reminder: t("Our reminder"),
    our_suggestion: t("Our idea"),
  };
  return words[basisOf(review.kind, councilHome)];
}

/** The same as a sentence. Where the home decides, it says what it takes for so, and what else would be. */
export function basisWords(review: Review, councilHome: boolean | null = null): string {
  if (review.kind === "law_and_guidance" && councilHome !== null) return basisOfHome(councilHome);
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

function basisOfHome(councilHome: boolean): string {
  return councilHome
    ? t(
        "By your answers, your council provides the home where you live. There it is the law: your council must do it.",
      )
    : t(
        "By your answers, your home is not one that your council provides. So for you it is guidance: your council should follow it. It is the law only in a home that the council provides.",
      );
}

const OWED = ["law", "guidance", "law_and_guidance"];

/** Whether it is a kind that the council owes, and that comes more than once. */
export function canBeAsked(review: Review): boolean {
  return isOwed(review) && !review.every.once;
}

/** Whether the council owes a review of this kind: one can be asked for, and there is something to get ready for. */
export function isOwed(review: Review | null): review is Review {
  return review !== null && OWED.includes(review.kind);
}
