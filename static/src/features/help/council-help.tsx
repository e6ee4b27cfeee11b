/** The council's own people. An example pack is made from an old paper, so nothing in it can be tapped to call. */
import type { Bundle, HelpLine } from "../../data/types";
import { t } from "../../i18n/index";
import { Both } from "../../ui/beside";
import { Card } from "../../ui/card";
import { LineCard } from "./line-card";

interface CouncilHelpProps {
  bundle: Bundle | null;
  outOfHours: HelpLine | undefined;
}

export function CouncilHelp({ bundle, outOfHours }: CouncilHelpProps) {
  if (!bundle) return null;
  const { council, contacts } = bundle;
  const live = council.state === "live";
  return (
    <>
      <h2>
        {council.state === "base" ? t("Your council") : t("{council} council", { council: council.name })}
      </h2>
      {outOfHours && live && outOfHours.contacts.length > 0 && <LineCard line={outOfHours} />}
      {outOfHours && (!live || outOfHours.contacts.length === 0) && (
        <Card>
          <h3>
            <Both text={outOfHours.title} english={outOfHours.english?.title} />
          </h3>
          <p class="s">
            <Both text={outOfHours.who} english={outOfHours.english?.who} />
          </p>
          <p class="s soft">
            <Both text={outOfHours.hours} english={outOfHours.english?.hours} />
          </p>
          <p class="s">
            {t(
              "We do not have this number. Ask your PA for it now and save it, or look on your council’s website.",
            )}
          </p>
        </Card>
      )}
      {contacts.length > 0 && (
        <Card>
          <ul class="lines">
            {contacts.map((contact) => (
              <li key={contact.id}>
                <b>{contact.role}</b>
                <p class="s">{contact.what_for}</p>
                {contact.hours && <p class="s soft">{contact.hours}</p>}
              </li>
            ))}
          </ul>
          {!live && (
            <p class="meta">{t("An old paper names these people. It gives no numbers that we can trust.")}</p>
          )}
        </Card>
      )}
    </>
  );
}
