/** The clock on the wall in London, by which every date is told, wherever this phone is. Pure but for the clock. */
const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
});

/** What that clock shows. */
export interface Wall {
  day: string;
  time: string;
}

/** What it shows at a moment: milliseconds since 1970, or ISO text. */
export function londonWall(moment: number | string): Wall {
  const parts = new Map(LONDON.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

export const londonNow = (): Wall => londonWall(Date.now());

/** Today in London: a phone in another part of the world may be a day ahead of it, or behind. */
export const today = (): string => londonNow().day;

/** Whether the clock of this phone shows another time than the one in London. */
export function isElsewhere(): boolean {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return londonWall(now.getTime()).time !== `${two(now.getHours())}:${two(now.getMinutes())}`;
}
