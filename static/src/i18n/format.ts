/** Dates, money and numbers as this person reads them. */
import { catalogue, shownLanguage } from "./catalogue";

/**
 * - long: 22 November 2026 · short: 22 Nov · month: November 2026 · day: Sunday 22 November · time: 09:14
 */
export type DateStyle = "long" | "short" | "month" | "day" | "time";

const PARTS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  day: { weekday: "long", day: "numeric", month: "long" },
  time: { hour: "2-digit", minute: "2-digit", hour12: false },
};

/** Digits stay the ones that letters, forms and phones here show; the calendar stays Gregorian. */
const locale = () => (shownLanguage() === "en" ? "en-GB" : `${shownLanguage()}-u-ca-gregory-nu-latn`);

/** Takes a date, a time, or a month ("2031-04") as ISO text, milliseconds or a Date. A text without a time is a calendar day. */
export function formatDate(date: string | number | Date, style: DateStyle): string {
  const day = typeof date === "string" && date.length <= 10;
  const at = new Date(day ? `${date.length === 7 ? `${date}-01` : date}T12:00:00Z` : date);
  const zone = day ? "UTC" : undefined;
  const names = catalogue()?.dates;
  if (!names || style === "time") return inBrowser(at, PARTS[style], zone);
  return withNames(at, style, zone, names);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function inBrowser(at: Date, parts: Intl.DateTimeFormatOptions, zone: string | undefined): string {
  const options = zone ? { ...parts, timeZone: zone } : parts;
  // en-GB writes "Sunday, 22 November" in some browsers and without the comma in others.
  // Making one takes longer than drawing a message, and a conversation shows many times of day.
  const key = `${locale()} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, format);
  return format.format(at).replace(/^(\p{L}+), /u, "$1 ");
}

/** Browsers know the names of some of our languages badly, so they come with the catalogue. */
function withNames(
  at: Date,
  style: DateStyle,
  zone: string | undefined,
  names: { months: string[]; months_short: string[]; weekdays: string[] },
): string {
  const utc = zone === "UTC";
  const day = utc ? at.getUTCDate() : at.getDate();
  const month = utc ? at.getUTCMonth() : at.getMonth();
  const year = utc ? at.getUTCFullYear() : at.getFullYear();
  const weekday = ((utc ? at.getUTCDay() : at.getDay()) + 6) % 7;
  const long = names.months[month] ?? "";
  if (style === "short") return `${day} ${names.months_short[month] ?? long}`;
  if (style === "month") return `${long} ${year}`;
  if (style === "day") return `${names.weekdays[weekday] ?? ""} ${day} ${long}`;
  return `${day} ${long} ${year}`;
}

/** Takes pence; gives "£3,000", or "£63.50" when there are pence. Always written as in Britain. */
export function formatMoney(pence: number): string {
  const digits = pence % 100 === 0 ? 0 : 2;
  const options = {
    style: "currency",
    currency: "GBP",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  };
  return new Intl.NumberFormat("en-GB", options as Intl.NumberFormatOptions).format(pence / 100);
}

/** A number with the language's own grouping, in the digits of this country. */
export function formatNumber(n: number): string {
  return new Intl.NumberFormat(locale()).format(n);
}
