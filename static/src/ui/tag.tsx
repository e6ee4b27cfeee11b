/** A small coloured word; the colour repeats what the word says and never stands alone. */
import type { ComponentChildren } from "preact";

export type TagLook = "go" | "wait" | "stop" | "calm" | "plain";

export function Tag({
  look = "plain",
  children,
}: {
  look?: TagLook | undefined;
  children: ComponentChildren;
}) {
  return <span class={look === "plain" ? "tag" : `tag ${look}`}>{children}</span>;
}

export function Tags({ children }: { children: ComponentChildren }) {
  return <div class="tags">{children}</div>;
}
