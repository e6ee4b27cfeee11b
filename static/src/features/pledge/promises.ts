/** Finding a promise in the pledge of this person's own council. */
import type { Bundle, PledgeArea, Promise_ } from "../../data/types";
import { isOwnPack } from "../rights/own-pack";

/** The areas of the pledge; none when the council has no pledge here, or its content is not on this phone. */
export function areasOf(bundle: Bundle): readonly PledgeArea[] {
  return isOwnPack(bundle) ? (bundle.pledge?.areas ?? []) : [];
}

export interface Found {
  promise: Promise_;
  area: PledgeArea;
  /** The promise after it, in the order of the pledge; null for the last. */
  next: Promise_ | null;
}

export function findPromise(bundle: Bundle, id: string | undefined): Found | null {
  const all = areasOf(bundle).flatMap((area) => area.promises.map((promise) => ({ promise, area })));
  const at = all.findIndex(({ promise }) => promise.id === id);
  const found = all[at];
  return found ? { ...found, next: all[at + 1]?.promise ?? null } : null;
}
