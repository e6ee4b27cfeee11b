/** Whether the content shown is of the council this person chose, and not one that only stands in for it. */
import { chosenCouncil } from "../../data/content";
import type { Bundle } from "../../data/types";

export function isOwnPack(bundle: Bundle): boolean {
  return bundle.council.slug === chosenCouncil.value;
}
