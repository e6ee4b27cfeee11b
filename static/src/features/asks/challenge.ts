/** Which way of challenging a decision belongs to a request. Pure. */
import type { ShownRequest } from "../../data/asks-view";
import type { Bundle, Challenge, ChallengeStep } from "../../data/types";
import { londonDay } from "../../data/working-days";
import { entryOf } from "./asks";

/** The way for decisions of children's services, and what is shown when the pack no longer says which way it is. */
export const USUAL = "childrens-services";

/** Null only on a phone that still holds a bundle from before there were any. */
export function challengeOf(bundle: Bundle, request: ShownRequest): Challenge | null {
  const ways = bundle.challenges ?? [];
  const wanted = entryOf(bundle, request.entitlement)?.challenge ?? USUAL;
  return ways.find((way) => way.id === wanted) ?? ways.find((way) => way.id === USUAL) ?? null;
}

/** The day of the no; while nobody has answered, the day on which the answer was due. */
export function decisionDay({ steps, due, late }: ShownRequest): string | null {
  const refusal = steps.filter((step) => step.state === "refused").at(-1);
  if (refusal) return londonDay(refusal.at);
  return late ? due : null;
}

/** What a letter asks for: the first stage of the complaints procedure, any other complaint, or a second look. */
export type Protest = "stage-1" | "complaint" | "again";

/** The step that a letter belongs to, and which letter it is; null where no letter of ours would help. */
export function protestOf({ id, steps }: Challenge): { step: ChallengeStep; protest: Protest } | null {
  const answered = steps.findIndex((step) => step.counted_from === "complaint");
  const complains = (step: ChallengeStep) => step.id.startsWith("complain");
  const step =
    steps
      .slice(0, Math.max(0, answered))
      .filter((one) => one.acts === "you")
      .at(-1) ?? steps.find(complains);
  if (!step) return null;
  if (id === USUAL) return { step, protest: "stage-1" };
  return { step, protest: complains(step) ? "complaint" : "again" };
}
