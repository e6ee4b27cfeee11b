/**
 * The timeline as a drawing: a line with a point for each birthday that matters, and today between them. The list below it
 * says the same, so this is hidden from screen readers. Lengths are in rem, so that it grows with the person's text.
 */
import { formatDate, shownLanguage, t } from "../../i18n/index";
import type { Milestone } from "../check/rules/types";

interface Point {
  on: string;
  words: string;
  look: "past" | "today" | "ahead";
}

const ROW = 3.4;
const LINE = 1;
const TEXT = 2.2;

/** What a birthday is called, before it and after it. */
export function turnWords(age: number, past: boolean): string {
  return past ? t("You turned {age}", { age }) : t("You turn {age}", { age });
}

function pointsOf(milestones: readonly Milestone[], today: string): Point[] {
  const points: Point[] = milestones.map(({ age, on }) => ({
    on,
    words: turnWords(age, on <= today),
    look: on <= today ? "past" : "ahead",
  }));
  const at = points.findIndex(({ on }) => on > today);
  const now: Point = { on: today, words: t("Today"), look: "today" };
  return at < 0 ? [...points, now] : [...points.slice(0, at), now, ...points.slice(at)];
}

export function TimelineDrawing({ milestones, today }: { milestones: readonly Milestone[]; today: string }) {
  const points = pointsOf(milestones, today);
  // Reading the language draws it again the other way round when that changes.
  const leftwards = shownLanguage() !== "en" && document.documentElement.dir === "rtl";
  const along = (rem: number) => `${leftwards ? -rem : rem}rem`;
  const down = (row: number) => `${(row + 0.5) * ROW}rem`;
  return (
    <svg class="timeline" height={`${points.length * ROW}rem`} aria-hidden="true" focusable="false">
      <svg x={leftwards ? "100%" : "0"} overflow="visible" aria-hidden="true">
        <line x1={along(LINE)} x2={along(LINE)} y1={down(0)} y2={down(points.length - 1)} />
        {points.map(({ on, words, look }, row) => (
          <g key={on + look} class={look}>
            <circle cx={along(LINE)} cy={down(row)} r={look === "today" ? "0.6rem" : "0.45rem"} />
            <text x={along(TEXT)} y={down(row)} dy="-0.1rem">
              {words}
            </text>
            <text class="when" x={along(TEXT)} y={down(row)} dy="1.05rem">
              {formatDate(on, "long")}
            </text>
          </g>
        ))}
      </svg>
    </svg>
  );
}
