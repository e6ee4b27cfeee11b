/** The council's own team for nights and weekends, by its number when the council has given one. */
import type { HelpLine } from "../../data/types";
import { t } from "../../i18n/index";
import { Both } from "../../ui/beside";
import { byPhone, PhoneNumber } from "./phone-number";

interface OutOfHoursProps {
  lines: readonly HelpLine[];
  live: boolean;
}

/** The line of the council's own team, and the numbers that may be called; none in an example pack. */
function councilsOwn({ lines, live }: OutOfHoursProps) {
  const line = lines.find(({ per_council }) => per_council);
  return { line, contacts: live ? (line?.contacts.filter(byPhone) ?? []) : [] };
}

/** Nothing when there is no number: that is said among the other numbers, where it does not push the field away. */
export function OutOfHours(props: OutOfHoursProps) {
  const { line, contacts } = councilsOwn(props);
  if (!line || contacts.length === 0) return null;
  return (
    <div class="row wraps">
      <b class="grow s">
        <Both text={line.title} english={line.english?.title} />
      </b>
      {contacts.map((contact) => (
        <PhoneNumber key={contact.value} contact={contact} title={line.title} />
      ))}
    </div>
  );
}

/** Says that the number is missing, and how to get it. */
export function NoNumber(props: OutOfHoursProps) {
  const { line, contacts } = councilsOwn(props);
  if (!line || contacts.length > 0) return null;
  return (
    <li class="s">
      <b>
        <Both text={line.title} english={line.english?.title} />
      </b>{" "}
      {t(
        "We do not have this number. Ask your PA for it now and save it, or look on your council’s website.",
      )}
    </li>
  );
}
