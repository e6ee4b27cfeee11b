/** Finds the young person, and the date, that an address of the adviser's names. */
import type { ComponentChildren } from "preact";
import { useParams } from "wouter-preact";
import type { ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { type Dates, readDates } from "../dates/dates";
import { titleOf } from "../dates/words";
import { StaffGate } from "./gate";
import { passportOf } from "./people";
import { NotHere } from "./person";
import type { Person } from "./rules";

export interface Shown {
  person: Person;
  dates: Dates;
}

/** Those of the address; null while the rows are not here or when this person is with somebody else. */
export function useDatesOf(): (Shown & { space: string }) | { space: string; person: null } {
  const { space } = useParams<{ space: string }>();
  const passport = passportOf(space);
  return passport ? { space, person: passport.person, dates: readDates(space) } : { space, person: null };
}

interface WithStaffDateProps {
  children: (shown: Shown & { date: ShownDate }) => ComponentChildren;
}

export function WithStaffDate({ children }: WithStaffDateProps) {
  const { id } = useParams<{ id: string }>();
  const shown = useDatesOf();
  if (!shown.person) return <NotHere space={shown.space} />;
  const { person, dates } = shown;
  const date = dates.all.find((one) => one.id === id);
  return (
    <Page
      title={date ? titleOf(date) : t("This date is not here")}
      docTitle={t("One date")}
      back={{ href: `/people/${person.space}/dates`, words: person.name }}
      wide
    >
      <StaffGate only="adviser">
        {date ? (
          <WithBundle>{() => children({ person, dates, date })}</WithBundle>
        ) : (
          <Empty title={t("The link may be old, or it is no longer shared. Look in their dates.")} />
        )}
      </StaffGate>
    </Page>
  );
}
