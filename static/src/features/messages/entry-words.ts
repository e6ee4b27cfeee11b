/** What stands below a message, and what the app itself says in a thread. */
import { firstName } from "../../data/first-name";
import { type ShownLine, type ShownMessage, type Side, safeWords } from "../../data/messages-view";
import { formatDate, t } from "../../i18n/index";
import { today } from "../../ui/dated";

/** A message that waited longer than this on a phone says when it was written. */
const APART_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** So much of a message says which one it is. */
const SNIPPET = 60;

const dayOf = (at: string): string => {
  const local = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
};

type Times = Pick<ShownMessage, "written_at" | "arrived_at">;

/** The day under which an entry stands: that of its arrival, as an ISO date in this person's own time zone. */
export function entryDay(entry: Times | ShownLine): string {
  return dayOf("line" in entry ? entry.at : (entry.arrived_at ?? entry.written_at));
}

/** A day as it stands between messages. */
export function dayWords(day: string): string {
  const now = today();
  if (day === now) return t("Today");
  if (day === dayOf(new Date(Date.parse(`${now}T12:00:00Z`) - DAY_MS).toISOString())) return t("Yesterday");
  return formatDate(day, day.slice(0, 4) === now.slice(0, 4) ? "day" : "long");
}

/** The time, with its date when that is another day than `day`. */
function timeOn(at: string, day: string): string {
  const time = formatDate(at, "time");
  return dayOf(at) === day ? time : `${formatDate(dayOf(at), "short")}, ${time}`;
}

/** The time of arrival, and when it was written where that was clearly earlier. */
export function timeWords(message: Times): string {
  const day = entryDay(message);
  const { written_at: written, arrived_at: arrived } = message;
  if (!arrived) return timeOn(written, day);
  const time = formatDate(arrived, "time");
  if (Date.parse(arrived) - Date.parse(written) <= APART_MS) return time;
  return `${time} · ${t("written {when}", { when: timeOn(written, day) })}`;
}

/** The name of what can be pressed below a message: many are called the same, and a list of them says nothing else. */
export function aboutMessage(name: string, message: ShownMessage): string {
  const words = safeWords(message.body?.slice(0, SNIPPET) ?? "").trim();
  return t("{name}: {what}", { name, what: words || timeWords(message) });
}

/** Where my message is now. */
export function stateWords(message: ShownMessage, side: Side): string {
  if (message.refused) return t("Not sent");
  if (message.waiting) return side === "young" ? t("On this phone") : t("On this device");
  if (message.withdrawn) return "";
  if (!message.seen) return t("Sent");
  const { by, at } = message.seen;
  return t("Seen by {name}, {time}", { name: firstName(by), time: timeOn(at, entryDay(message)) });
}

export function goneWords(message: ShownMessage): string {
  return message.mine
    ? t("You took this message back.")
    : t("{name} took this message back.", { name: message.by ?? "" });
}

/** What the app says in the thread, for both sides the same. */
export function lineWords({ kind, name }: ShownLine): string {
  switch (kind) {
    case "withdrawn":
      return t("{name} took a message back.", { name: name ?? "" });
    case "away":
      return name
        ? t("{name} is covering from now and can read this chat.", { name })
        : t("The duty team is covering from now and can read this chat.");
    case "nobody_covers":
      return t(
        "{name} is away, and nobody reads this chat until somebody covers. What you write is kept safe.",
        {
          name: name ?? "",
        },
      );
    case "back":
      return t("{name} is back.", { name: name ?? "" });
    case "passed_on":
      return name
        ? t("A message was not read in time, so it was passed on to {name}.", { name })
        : t("A message was not read in time, so it was passed on to the duty team.");
    case "told_manager":
      return t("It was still not read, so a manager was told.");
    case "handed_over":
      return name
        ? t("{name} is the PA here from now.", { name })
        : t("The duty team looks after this chat from now.");
    default:
      return "";
  }
}
