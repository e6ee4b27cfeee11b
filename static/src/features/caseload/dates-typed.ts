/** A date as an adviser types it. */
import type { TypedWhen } from "../dates/when-fields";

export interface TypedDate extends TypedWhen {
  place: string;
  with: string;
  call: boolean;
}

export const NO_PLACE = { place: "", with: "", call: false } as const;
