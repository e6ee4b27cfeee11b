/** A young person's rights as their adviser sees them: requests, the recorded legal status, and the check they share. */
import { useParams } from "wouter-preact";
import { rows } from "../../data/store";
import type { Bundle, SharedCheckRow, StatusRecordRow } from "../../data/types";
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { StaffGate } from "./gate";
import { aboutWords } from "./list-rows";
import { type Passport, passportOf, unsentOf } from "./people";
import { NotHere, PEOPLE } from "./person";
import { PersonTabs } from "./person-tabs";
import { RequestsPart } from "./request-cards";
import { SharedPart } from "./shared-check";
import { StatusPart } from "./status-card";
import { statusRecords } from "./status-records";

export function PersonRights() {
  const { space } = useParams<{ space: string }>();
  const passport = passportOf(space);
  if (!passport) return <NotHere space={space} />;
  const { person } = passport;
  return (
    <Page
      title={person.name}
      docTitle={t("{name}: rights and requests", { name: person.name })}
      back={PEOPLE()}
      wide
      sub={<p>{aboutWords(person, Date.now())}</p>}
    >
      <StaffGate only="adviser">
        <PersonTabs person={person} current="rights" />
        <WithBundle>{(bundle) => <Body bundle={bundle} passport={passport} />}</WithBundle>
      </StaffGate>
    </Page>
  );
}

function Body({ bundle, passport: { person, requests } }: { bundle: Bundle; passport: Passport }) {
  const { space } = person;
  const records = statusRecords(rows<StatusRecordRow>(space, "status_records").value, unsentOf(space));
  const [check] = rows<SharedCheckRow>(space, "shared_checks").value;
  return (
    <div class="staff-two">
      <div class="stack">
        <RequestsPart person={person} requests={requests} />
      </div>
      <div class="stack">
        <StatusPart bundle={bundle} person={person} records={records} />
        <SharedPart bundle={bundle} person={person} check={check} recorded={records[0]} />
      </div>
    </div>
  );
}
