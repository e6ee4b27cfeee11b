/** How far along: a ring for a card, a bar for a table. */

const LENGTH = 94.25;

interface Progress {
  done: number;
  of: number;
  /** What a screen reader hears, like "7 of 11 skills"; null when the words beside it say so already. */
  label: string | null;
}

function share({ done, of }: Progress): number {
  return of === 0 ? 0 : Math.min(1, done / of);
}

export function Ring(props: Progress & { percent?: boolean | undefined }) {
  const part = share(props);
  return (
    <svg
      class="ring"
      viewBox="0 0 36 36"
      role="img"
      aria-label={props.label ?? ""}
      aria-hidden={props.label === null}
    >
      <circle cx="18" cy="18" r="15" />
      {part > 0 && (
        <circle
          class="ring-done"
          cx="18"
          cy="18"
          r="15"
          stroke-dasharray={`${part * LENGTH} ${LENGTH}`}
          transform="rotate(-90 18 18)"
        />
      )}
      {props.percent && (
        <text x="18" y="21.500" text-anchor="middle">
          {`${Math.round(part * 100)}%`}
        </text>
      )}
    </svg>
  );
}

export function Bar(props: Progress) {
  return (
    <svg
      class="bar"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={props.label ?? ""}
      aria-hidden={props.label === null}
    >
      <rect width={share(props) * 100} height="10" />
    </svg>
  );
}
