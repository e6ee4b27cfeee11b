/** One young person of the manager's council: reading their conversation with a reason, its record, ending the account. */
import { useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { t } from "../../i18n/index";
import { Empty, Loading } from "../../ui/empty";
import { Page } from "../../ui/page";
import { StaffGate } from "../caseload/gate";
import { NeedsConnection } from "../cover/needs-connection";
import { EndCard } from "./end-card";
import { LookCard } from "./look-card";
import { LookList } from "./look-list";
import type { LookEntry } from "./look-rows";
import { useRoster } from "./roster";

export function TeamPerson() {
  const { space = "" } = useParams<{ space: string }>();
  const { roster, failed, reload } = useRoster();
  const [read, setRead] = useState<{ entries: LookEntry[]; reason: string } | null>(null);
  const person = roster?.young_people.find((one) => one.space === space);
  const name = person?.name ?? "";
  return (
    <Page
      title={person?.name ?? t("Young person")}
      back={{ href: "/team", words: t("Team") }}
      sub={
        person && (person.adviser ? t("PA: {name}", { name: person.adviser.name }) : t("On the duty list"))
      }
      wide
    >
      <StaffGate only="manager">
        {!roster && (failed ? <NeedsConnection onRetry={reload} /> : <Loading />)}
        {roster && !person && (
          <Empty title={t("This young person is not in your list")}>
            <p>{t("Their account may have ended.")}</p>
          </Empty>
        )}
        {person && (
          <div class="staff-two">
            <div class="stack">
              <LookCard
                space={space}
                name={name}
                onRead={(entries, reason) => setRead({ entries, reason })}
              />
              {read && (
                <LookList
                  entries={read.entries}
                  looking={{ space, reason: read.reason }}
                  name={name}
                  onClose={() => setRead(null)}
                />
              )}
            </div>
            <EndCard space={space} name={name} />
          </div>
        )}
      </StaffGate>
    </Page>
  );
}
