/** A coloured box for something to know. `live` lets a screen reader hear it when it appears. */
import type { ComponentChildren } from "preact";

interface NoteProps {
  children: ComponentChildren;
  look?: "sun" | "stop" | "calm" | "go" | undefined;
  live?: boolean | undefined;
}

export function Note({ children, look = "sun", live = false }: NoteProps) {
  return (
    <div class={look === "sun" ? "note" : `note ${look}`} role={live ? "status" : undefined}>
      {children}
    </div>
  );
}
