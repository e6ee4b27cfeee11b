/** One young person's passport as their adviser sees it: what waits for sign-off first, then everything shared with them. */
import type { ComponentChildren } from "preact";
import { useParams } from "wouter-preact";
import { spaces, storeReady } from "../../data/store";
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { Empty, Loading } from "../../ui/empty";
import { Page } from "../../ui/page";
import { Ring } from "../../ui/ring";
import { WithBundle } from "../../ui/with-bundle";
import { ForgotCode } from "./forgot";
import { StaffGate } from "./gate";
import { aboutWords } from "./list-rows";
import { type Passport, passportOf } from "./people";
import { NotesShared, PapersHeld, SignOffHistory } from "./person-side";
import { AreaFolds, WaitingSkills } from "./person-skills";
import { PersonTabs } from "./person-tabs";

export const PEOPLE = () => ({ href: "/people", words: t("My young people") });

export function PersonPassport() {
  const { space } = useParams<{ space: string }>();
  const passport = passportOf(space);
  if (!passport) return <NotHere space={space} />;
  const { person } = passport;
  return (
    <Page
      title={person.name}
      back={PEOPLE()}
      wide
      sub={<About passport={passport} />}
      aside={
        <Ring
          done={person.done}
          of={person.total}
          percent
          label={t("{done} of {total} skills on their own", { done: person.done, total: person.total })}
        />
      }
    >
      <StaffGate only="adviser">
        <PersonTabs person={person} current="passport" />
        <WithBundle>{(bundle) => <Body bundle={bundle} passport={passport} />}</WithBundle>
      </StaffGate>
    </Page>
  );
}

function About({ passport: { person } }: { passport: Passport }) {
  return (
    <>
      <p>{aboutWords(person, Date.now())}</p>
      <p>
        {t("{done} of {total} skills on their own · {n} signed off", {
          done: person.done,
          total: person.total,
          n: person.signed,
        })}
      </p>
    </>
  );
}

function Body({ bundle, passport }: { bundle: Bundle; passport: Passport }) {
  const { person } = passport;
  return (
    <div class="staff-two">
      <div class="stack">
        <WaitingSkills bundle={bundle} passport={passport} />
        <AreaFolds bundle={bundle} passport={passport} />
      </div>
      <div class="stack">
        <NotesShared bundle={bundle} notes={passport.notes} />
        <PapersHeld bundle={bundle} papers={passport.papers} />
        <SignOffHistory bundle={bundle} offs={passport.offs} />
        <ForgotCode space={person.space} name={person.name} signInName={person.signInName} />
      </div>
    </div>
  );
}

/** The page while rows are on their way, or when this person is not with this adviser. The two look alike for any address. */
export function NotHere({ space, children }: { space: string; children?: ComponentChildren }) {
  const coming = !storeReady.value || spaces.value.includes(space);
  return (
    <Page title={coming ? t("One moment") : t("We could not find this person")} back={PEOPLE()}>
      <StaffGate only="adviser">
        {coming ? (
          <Loading />
        ) : (
          (children ?? <Empty title={t("They may have moved to another PA, or the link may be old.")} />)
        )}
      </StaffGate>
    </Page>
  );
}
