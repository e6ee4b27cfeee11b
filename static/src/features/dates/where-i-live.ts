/**
 * Whether the council provides the home of the person who uses this phone, as far as their own answers of the check say:
 * a visit is law only there (Care Leavers Regulations 2010, regulation 8(2)), and guidance everywhere else.
 */
import { bundle } from "../../data/content";
import type { Review } from "../../data/types";
import { useMine } from "../check/mine";
import { basisWords } from "./words";

/** Only what is plain either way: supported housing, for one, may be the council's or not. */
const COUNCIL_HOMES: Record<string, boolean> = {
  foster: true,
  childrens_home: true,
  own_tenancy_private: false,
  halls: false,
  with_family: false,
  custody: false,
  hospital: false,
};

/** Null while nobody has said where, and where the answer does not settle it. Pure. */
export function isCouncilHome(living: string | null | undefined): boolean | null {
  return COUNCIL_HOMES[living ?? ""] ?? null;
}

export function useCouncilHome(): boolean | null {
  return isCouncilHome(useMine(bundle.value)?.input.circumstances.living);
}

export const useBasisWords = (review: Review): string => basisWords(review, useCouncilHome());
