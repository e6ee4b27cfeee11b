/** One date as a calendar file (RFC 5545), written on the phone: nothing is asked of a server. Pure. */
import { addDays } from "../../data/working-days";

/** What goes into the file. The title is what others who see the calendar can read. */
export interface CalendarEntry {
  id: string;
  version: number;
  title: string;
  day: string;
  /** "14:00" by the clock in London, or null for the whole day. */
  time: string | null;
  place: string;
  /** The date's address in the app; empty for none. */
  url: string;
  cancelled: boolean;
}

const ZONE = "Europe/London";
/** A line may be 75 octets long, its end not counted (section 3.1). */
const LINE = 75;

/** Summer time as the law of 2002 sets it, for calendars that do not know London (section 3.6.5). */
const TIME_ZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19810329T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZNAME:BST",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZNAME:GMT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** The text of the file. `now` is the moment at which it is made (ISO, UTC). */
export function calendarFile(entry: CalendarEntry, now: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Footing//Dates//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...(entry.time ? TIME_ZONE : []),
    "BEGIN:VEVENT",
    `UID:${entry.id}`,
    `SEQUENCE:${entry.version}`,
    `DTSTAMP:${compact(now.slice(0, 19))}Z`,
    ...whenLines(entry),
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    ...(entry.url ? [`URL:${entry.url}`] : []),
    // Shared calendars that heed it show others only that there is something.
    "CLASS:PRIVATE",
    `STATUS:${entry.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function whenLines({ day, time }: CalendarEntry): string[] {
  if (!time) return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`];
  return [`DTSTART;TZID=${ZONE}:${compact(`${day}T${time}:00`)}`, "DURATION:PT1H"];
}

const compact = (text: string) => text.replaceAll(/[-:]/g, "");

/** Text with what means something in the file marked as plain (section 3.3.11); other control characters are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, " ");
}

/** A long line goes on in the next one after a blank; never in the middle of a character. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const char of line) {
    const octets = new TextEncoder().encode(char).length;
    if (size + octets > LINE) {
      parts.push(part);
      part = "";
      size = 1;
    }
    part += char;
    size += octets;
  }
  return [...parts, part].join("\r\n ");
}
