/** Small line drawings, inline so that no picture file is needed. Decorative: the words beside them carry the meaning. */

const PATHS = {
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  rights: "M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM9 12l2 2 4-4",
  passport:
    "M7 3h10a2 2 0 012 2v14a2 2 0 01-2 2H7a2 2 0 01-2-2V5a2 2 0 012-2zM9 8h6M9 12l1.500 1.500L14 10.500M9 17h6",
  dates: "M4 6h16v14H4zM4 11h16M8 3v5M16 3v5",
  me: "M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c.500-4 3.500-6 8-6s7.500 2 8 6",
  people:
    "M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2.500 20c.400-3.500 2.800-5.500 6.500-5.500s6.100 2 6.500 5.500M16 4.500a3.500 3.500 0 010 6.300M18 15c2 .800 3.200 2.500 3.500 5",
  team: "M4 20V8l8-4 8 4v12M9 20v-5h6v5M8 11h.010M12 11h.010M16 11h.010",
  check: "M5 12.500l4.500 4.500L19 7.500",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  phone: "M5 4h4l2 5-2.500 1.500a11 11 0 005 5L15 13l5 2v4a2 2 0 01-2 2A15 15 0 013 6a2 2 0 012-2z",
  text: "M4 5h16v11H9l-5 4z",
  web: "M12 21a9 9 0 100-18 9 9 0 000 18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  email: "M3 6h18v12H3zM3 7l9 6 9-6",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3",
  bell: "M6 16V11a6 6 0 0112 0v5l1.500 2h-15zM10 21h4",
  plus: "M12 5v14M5 12h14",
  share: "M12 15V3M8 7l4-4 4 4M6 11H5v10h14V11h-1",
} as const;

export type IconName = keyof typeof PATHS;

/** `turns`: the drawing points somewhere, so it is mirrored when the page reads from right to left. */
export function Icon({ name, turns = false }: { name: IconName; turns?: boolean | undefined }) {
  return (
    <svg class={turns ? "icon turns" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
