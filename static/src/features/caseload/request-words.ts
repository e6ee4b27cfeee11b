/** Where a request stands and what happened to it, as staff read it; and which answers are open. */
import type { ShownRequest, ShownStep } from "../../data/asks-view";
import type { RequestState } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import type { TagLook } from "../../ui/tag";

/** What an adviser can answer. */
export type Answer = "agreed" | "refused" | "done";

/** Pure: a no can become a yes and a yes can be done; what is over, or no longer wanted, stays as it is. */
export function answersFor(state: RequestState): Answer[] {
  switch (state) {
    case "asked":
    case "seen":
      return ["agreed", "refused", "done"];
    case "agreed":
      return ["done", "refused"];
    case "refused":
      return ["agreed"];
    default:
      return [];
  }
}

export function stateTag({ state, late }: ShownRequest): { look: TagLook; words: string } {
  if (late) return { look: "stop", words: t("Late") };
  switch (state) {
    case "asked":
      return { look: "wait", words: t("New") };
    case "seen":
      return { look: "wait", words: t("To answer") };
    case "agreed":
      return { look: "calm", words: t("Agreed, not done") };
    case "refused":
      return { look: "plain", words: t("Said no") };
    case "done":
      return { look: "go", words: t("Done") };
    case "withdrawn":
      return { look: "plain", words: t("No longer needed") };
  }
}

/** By when it is to be answered, or that this day is over. */
export function dueLine({ due, late }: Pick<ShownRequest, "due" | "late">): string {
  const date = formatDate(due, "day");
  return late ? t("The answer was due on {date}", { date }) : t("Answer due by {date}", { date });
}

/** What somebody did, without the date; "you" for what still waits on this device. */
export function happened({ state, by }: ShownStep): string {
  if (by === null) return byYou(state);
  switch (state) {
    case "seen":
      return t("Seen by {name}", { name: by });
    case "agreed":
      return t("{name} agreed", { name: by });
    case "refused":
      return t("{name} said no", { name: by });
    case "done":
      return t("{name} marked it as done", { name: by });
    case "withdrawn":
      return t("{name} no longer needs it", { name: by });
  }
}

function byYou(state: ShownStep["state"]): string {
  switch (state) {
    case "seen":
      return t("Seen by you");
    case "agreed":
      return t("You agreed");
    case "refused":
      return t("You said no");
    default:
      return t("You marked it as done");
  }
}
