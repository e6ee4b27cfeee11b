/** How each kind of review stands for one person: when it was last held, when the next is due, and whether it is late. Pure. */
import type { Review } from "../../data/content-types";
import { isToCome, lastHeld, type ShownDate } from "../../data/dates-view";
import { type About, mayBeFor } from "./fits";
import { isOverdue, limitDay, nextDay } from "./rules";

export interface Standing {
  review: Review;
  /** The day on which it was last held. */
  held: string | null;
  /** The day that the rhythm proposes for the next one. */
  proposed: string | null;
  /** The last day on which the next one is in time. */
  limit: string | null;
  /** The next one that is planned. */
  next: ShownDate | null;
  /** A request for one that nobody has answered with a date. */
  asked: ShownDate | null;
  /** One whose day is over, and of which nobody has written down whether it took place. */
  unmarked: ShownDate | null;
  late: boolean;
}

/** A person's dates, with what decides which reviews are for them. */
export interface DatesAbout extends About {
  all: readonly ShownDate[];
}

/** Nothing is proposed, and nothing is late, of a kind that is plainly for others by now. */
export function standingOf(review: Review, about: DatesAbout, today: string): Standing {
  const mine = about.all.filter((one) => one.kind === review.id);
  const held = lastHeld(mine, review.id);
  const goesOn = held !== null && mayBeFor(review, about, today);
  const proposed = goesOn ? nextDay(review.every, held, endOf(review, about.birthday)) : null;
  const limit = held && proposed ? limitDay(review.limit ?? null, held) : null;
  const over = ({ state, day }: ShownDate) => state === "planned" && day !== null && day < today;
  return {
    ...{ review, held, proposed, limit },
    next: mine.find((one) => isToCome(one, today)) ?? null,
    asked: mine.filter((one) => one.state === "asked").at(-1) ?? null,
    unmarked: mine.filter((one) => over(one) && (one.day ?? "") > (held ?? "")).at(-1) ?? null,
    late: isOverdue(limit, today),
  };
}

/** The birthday from which on a kind is no longer held. */
function endOf({ ends_at_age }: Review, birthday: string | null): string | null {
  if (ends_at_age === undefined || !birthday) return null;
  return `${Number(birthday.slice(0, 4)) + ends_at_age}${birthday.slice(4)}`;
}

/** Of each kind of review, in the pack's order. */
export function standings(reviews: readonly Review[], about: DatesAbout, today: string): Standing[] {
  return reviews.map((review) => standingOf(review, about, today));
}
