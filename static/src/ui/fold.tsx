/** A card that opens on a tap: its head is a button, its inside comes below. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";

interface FoldProps {
  head: ComponentChildren;
  children: ComponentChildren;
  startOpen?: boolean | undefined;
}

export function Fold({ head, children, startOpen = false }: FoldProps) {
  const [open, setOpen] = useState(startOpen);
  const id = useId();
  return (
    <div class="card fold">
      <button
        type="button"
        class="fold-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {head}
      </button>
      <div id={id} class="stack fold-inside" hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
