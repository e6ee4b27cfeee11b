/** The little box before a skill: empty, half (with help) or ticked. The level's words always stand beside it. */
import type { Level } from "../data/types";
import { Icon } from "./icon";

export function Tick({ level }: { level: Level }) {
  if (level === "not_yet") return <span class="tick" aria-hidden="true" />;
  if (level === "with_help") return <span class="tick half" aria-hidden="true" />;
  return (
    <span class="tick on" aria-hidden="true">
      <Icon name="check" />
    </span>
  );
}
