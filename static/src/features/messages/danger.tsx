/** Whom to call in danger, in one line; the other numbers open below it. */
import { useId, useState } from "preact/hooks";
import type { HelpContact, HelpLine } from "../../data/types";
import { t } from "../../i18n/index";
import { Both, inBoth } from "../../ui/beside";
import { Icon } from "../../ui/icon";
import { NoNumber } from "./out-of-hours";
import { byPhone, PhoneNumber } from "./phone-number";

const EMERGENCY = "emergency";
/** The one number that holds whatever this phone has fetched. */
const CALL_999: HelpContact = { type: "call", value: "999" };

interface DangerLineProps {
  lines: readonly HelpLine[];
  /** The council's pack is its own word, so that its numbers can be called. */
  live: boolean;
}

export function DangerLine({ lines, live }: DangerLineProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const sorted = lines.filter(({ per_council }) => !per_council).sort((a, b) => a.order - b.order);
  const others = sorted.filter((line) => line.id !== EMERGENCY && isForDanger(line));
  return (
    <>
      <div class="row wraps danger">
        <b class="grow">
          <Both {...inBoth(() => t("In danger now?"))} />
        </b>
        <PhoneNumber contact={CALL_999} title="" />
        <button
          type="button"
          class="pill exit more"
          aria-expanded={open}
          aria-controls={id}
          aria-label={t("More numbers")}
          onClick={() => setOpen(!open)}
        >
          {t("More")}
          <Icon name="down" />
        </button>
      </div>
      <ul id={id} class="lines" hidden={!open}>
        {open && <NoNumber lines={lines} live={live} />}
        {open &&
          others.map((line) => (
            <li key={line.id} class="row wraps">
              <span class="grow s">
                <Both text={line.title} english={line.english?.title} />
              </span>
              {line.contacts.filter(byPhone).map((contact) => (
                <PhoneNumber key={contact.value} contact={contact} title={line.title} />
              ))}
            </li>
          ))}
      </ul>
    </>
  );
}

const isForDanger = (line: HelpLine) =>
  line.urgent &&
  (line.topics.includes("danger") || line.topics.includes("mind")) &&
  line.contacts.some(byPhone);
