/** Dates as a person knows them: a whole date, a month, a year, or not at all. Pure. */
import { formatDate, t } from "../../i18n/index";
import type { When } from "./rules/types";

/** What stands in the three boxes, as typed. */
export interface DateBoxes {
  day: string;
  month: string;
  year: string;
}

export const NO_BOXES: DateBoxes = { day: "", month: "", year: "" };

/** The date in the boxes; null when it is none, or when a box in between is empty. */
export function boxesToWhen({ day, month, year }: DateBoxes): When | null {
  const [d, m, y] = [day, month, year].map((box) => latin(box).trim()) as [string, string, string];
  if (!/^\d{4}$/.test(y) || (d !== "" && m === "")) return null;
  if (m === "") return y;
  if (!isWhole(m, 12)) return null;
  const start = `${y}-${m.padStart(2, "0")}`;
  if (d === "") return start;
  const last = new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
  return isWhole(d, last) ? `${start}-${d.padStart(2, "0")}` : null;
}

function isWhole(text: string, most: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

/** Phones with an Arabic or Persian keyboard type other digits. */
function latin(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** The boxes of a date; empty ones for "not sure". */
export function whenToBoxes(when: When | null | undefined): DateBoxes {
  if (!when || when === "not_sure") return NO_BOXES;
  const [year = "", month = "", day = ""] = when.split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** A date as words: "1 May 2024", "May 2024", "2024", or "not sure". */
export function whenWords(when: When): string {
  if (when === "not_sure") return t("not sure");
  if (when.length === 4) return when;
  return formatDate(when, when.length === 7 ? "month" : "long");
}
