/**
 * The check side by side with a young person: the same questions and results as on their own phone. The answers are in
 * the memory of this page alone, belong to this person alone, and are forgotten when the adviser goes elsewhere.
 */
import type { ComponentType } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { type BaseLocationHook, Link, Router, useLocation, useParams } from "wouter-preact";
import { useBrowserLocation } from "wouter-preact/use-browser-location";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Loading } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { check, deleteAnswers, keepAnswers } from "../check/kept";
import { councilName } from "../people/council";
import { StaffGate } from "./gate";
import { passportOf } from "./people";
import { NotHere } from "./person";
import type { Person } from "./rules";
import { staffStyles } from "./styles";
import { inside, outside, togetherBase } from "./together-address";

/** Whose answers are in memory now. */
let about: string | null = null;

/** The screen. `Everything` shows any screen of the app by its address: the check inside is that of the young person. */
export function togetherCheck(Everything: ComponentType): ComponentType {
  return () => <TogetherCheck everything={Everything} />;
}

function TogetherCheck({ everything }: { everything: ComponentType }) {
  const { space } = useParams<{ space: string }>();
  const person = passportOf(space)?.person;
  const [path] = useLocation();
  if (!person) return <NotHere space={space} />;
  const adviser = me.value?.account.role === "adviser";
  if (!adviser || inside(path, togetherBase(space)) === "") return <First person={person} />;
  return <Inside person={person} everything={everything} />;
}

/** Nobody's answers are ever shown as somebody else's: a new person starts anew, with the birthday of the record. */
function useAnswersOf({ space, birthday }: Person): boolean {
  const ready = check.value !== null;
  useEffect(() => {
    if (!ready) return;
    if (about !== space) {
      about = space;
      void keepAnswers(() => ({ draft: { birthday: { dob: birthday, disputed: "no" } }, finished: null }));
    }
    return () => {
      // Each address is a screen of its own: only once the next one stands is it known whether it is still the check.
      setTimeout(() => {
        if (inside(location.pathname, togetherBase(space)) === "" && about === space) forget();
      });
    };
  }, [ready, space, birthday]);
  return ready && about === space;
}

function forget(): void {
  about = null;
  void deleteAnswers();
}

function Inside({ person, everything: Everything }: { person: Person; everything: ComponentType }) {
  const base = togetherBase(person.space);
  const hook = useMemo<BaseLocationHook>(() => insideHook(base), [base]);
  const ready = useAnswersOf(person);
  const leave = `/people/${person.space}/rights`;
  if (!ready)
    return (
      <Page title={t("One moment")} back={{ href: leave, words: person.name }}>
        <Loading />
      </Page>
    );
  return (
    <>
      <aside class="banner" aria-label={t("The check together")}>
        <span class="grow">{t("Together with {name}. Nothing is kept.", { name: person.name })}</span>
        <Link class="btn small" href={leave}>
          {t("Finish")}
        </Link>
      </aside>
      <Router hook={hook} hrefs={(to) => outside(to, base)}>
        <Everything />
      </Router>
    </>
  );
}

function insideHook(base: string): BaseLocationHook {
  return () => {
    const [path, go] = useBrowserLocation();
    return [inside(path, base), (to, options) => go(outside(to, base), options)];
  };
}

function First({ person }: { person: Person }) {
  const { name, space } = person;
  return (
    <Page title={t("Do the check together")} back={{ href: `/people/${space}/rights`, words: name }}>
      <StaffGate only="adviser">
        <ul class="dots">
          <li>{t("Sit so that {name} sees the screen too. {name} says the answers.", { name })}</li>
          <li>{t("“Not sure” is always an answer, and you can stop at any time.")}</li>
        </ul>
        <Note look="calm">
          <p class="strong">{t("Nothing is kept")}</p>
          <p>
            {t(
              "The answers and the result are in this page only. They are never sent, and are gone when you go elsewhere.",
            )}
          </p>
          <p>
            {t("To keep a result, {name} does the check on their own phone, and may share it with you.", {
              name,
            })}
          </p>
        </Note>
        <OtherCouncil person={person} />
        <ButtonLink href={`${togetherBase(space)}/rights/check`}>{t("Start")}</ButtonLink>
      </StaffGate>
    </Page>
  );
}

/** The results stand on the pack of the adviser's council, so say so when part of it is for another one to decide. */
function OtherCouncil({ person: { name, council, homeCouncil } }: { person: Person }) {
  const own = me.value?.account.council;
  const others = [council, homeCouncil].filter((slug) => slug !== null && slug !== own);
  if (!own || others.length === 0) return null;
  return (
    <Note>
      <p>
        {t("What you see comes from {own}. For {name} some of it is decided by {others}: ask there too.", {
          name,
          own: councilName(own),
          others: [...new Set(others)].map((slug) => councilName(slug ?? "")).join(", "),
        })}
      </p>
    </Note>
  );
}

await staffStyles();
