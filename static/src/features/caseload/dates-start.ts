/** What a date that is planned from a message begins with: what this adviser's dates with this person were like. Pure. */
import { OWN, type ShownDate } from "../../data/dates-view";
import { NO_PLACE, type TypedDate } from "./dates-typed";

export interface Start {
  /** The kind that they asked for and nobody has answered; empty when there is none: then the adviser chooses. */
  kind: string;
  typed: TypedDate;
}

/** The last of their dates says where; who is there is whoever plans it. The day is nobody's to guess. */
export function startFrom(dates: readonly ShownDate[], me: string): Start {
  const asked = dates.filter(({ state }) => state === "asked").at(-1);
  const last = dates.filter(({ kind, day }) => kind !== OWN && day !== null).at(-1);
  const where = last ? { place: last.place, call: last.call } : {};
  return { kind: asked?.kind ?? "", typed: { day: "", time: "", ...NO_PLACE, ...where, with: me } };
}
