/** Reminding one young person, and what became of their reminders so far. */
import { useParams } from "wouter-preact";
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { StaffGate } from "../caseload/gate";
import { aboutWords } from "../caseload/list-rows";
import { passportOf } from "../caseload/people";
import { NotHere, PEOPLE } from "../caseload/person";
import { PersonTabs } from "../caseload/person-tabs";
import type { Person } from "../caseload/rules";
import { notKept, useSave } from "../caseload/save";
import { ReminderForm } from "./form";
import { Reminders } from "./list";
import { readReminders } from "./reminders";

export function RemindOne() {
  const { space } = useParams<{ space: string }>();
  const passport = passportOf(space);
  if (!passport) return <NotHere space={space} />;
  const { person } = passport;
  return (
    <Page title={person.name} back={PEOPLE()} wide sub={<p>{aboutWords(person, Date.now())}</p>}>
      <StaffGate only="adviser">
        <PersonTabs person={person} current="remind" />
        <Body person={person} />
      </StaffGate>
    </Page>
  );
}

function Body({ person }: { person: Person }) {
  const { save } = useSave(person.space);
  return (
    <div class="staff-two">
      <div class="stack">
        <ReminderForm
          words={t("Remind {name}", { name: person.name })}
          onSend={async (body) => ((await save("reminder.make", body)) ? [] : [notKept()])}
        />
      </div>
      <div class="stack">
        <Reminders
          name={person.name}
          reminders={readReminders(person.space)}
          onCancel={async (reminder) => (await save("reminder.cancel", { reminder })) !== null}
        />
      </div>
    </div>
  );
}
