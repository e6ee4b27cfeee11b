/** Councils by their own names. */
import { councils } from "../../data/content";

/** A council's own name, or its short one while the list of councils is not here. */
export function councilName(slug: string): string {
  return councils.value.find((council) => council.slug === slug)?.name ?? slug;
}

/** Councils that look after people (not England as a whole), as choices of a form. */
export function councilChoices(): { value: string; words: string }[] {
  return councils.value
    .filter((council) => council.state !== "base")
    .map((council) => ({ value: council.slug, words: council.name }));
}
