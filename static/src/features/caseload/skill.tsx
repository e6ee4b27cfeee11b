/** One skill of one young person: what to look for, signing it off, and what happened before. */
import { useParams } from "wouter-preact";
import type { Bundle, Skill } from "../../data/types";
import { levelOf, signOffState, skillHistory } from "../../data/views";
import { formatDate, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { levelWords } from "../../ui/levels";
import { Page } from "../../ui/page";
import { Tick } from "../../ui/tick";
import { WithBundle } from "../../ui/with-bundle";
import { StaffGate } from "./gate";
import { type Passport, passportOf } from "./people";
import { NotHere } from "./person";
import { skillById } from "./person-skills";
import { SignOffForm } from "./sign-off-form";
import { signedWords, takenBackWords } from "./sign-off-words";
import { Signed } from "./signed";

export function SkillSignOff() {
  const { space, id } = useParams<{ space: string; id: string }>();
  const passport = passportOf(space);
  if (!passport) return <NotHere space={space} />;
  const back = { href: `/people/${space}`, words: passport.person.name };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const skill = skillById(bundle, id);
        return (
          <Page title={skill?.can ?? t("We do not know this skill")} back={back}>
            <StaffGate only="adviser">
              {skill ? (
                <Body skill={skill} passport={passport} bundle={bundle} />
              ) : (
                <Empty title={t("The link may be old. Look in the passport.")} />
              )}
            </StaffGate>
          </Page>
        );
      }}
    </WithBundle>
  );
}

function nextOf(bundle: Bundle, toSign: string[]): { id: string; words: string } | null {
  const next = toSign[0] ? skillById(bundle, toSign[0]) : undefined;
  return next ? { id: next.id, words: next.can } : null;
}

interface BodyProps {
  skill: Skill;
  passport: Passport;
  bundle: Bundle;
}

function Body({ skill, passport, bundle }: BodyProps) {
  const { person, offs } = passport;
  const level = levelOf(passport.levels, skill.id);
  const { state, signOff } = signOffState(skill.id, level, offs);
  const mark = passport.levels.get(skill.id);
  const note = passport.notes.find((one) => one.id === skill.id);
  return (
    <>
      <Card>
        <div class="row">
          <Tick level={level} />
          <p class="grow">
            {t("{name} says:", { name: person.name })} <b>{levelWords(level)}</b>
            {mark && (
              <span class="meta staff-line">
                {t("marked {date}", { date: formatDate(mark.made_at, "long") })}
              </span>
            )}
          </p>
        </div>
        {note && <blockquote class="why staff-note">{note.text}</blockquote>}
      </Card>
      <dl class="facts">
        <dt>{t("What to look for")}</dt>
        <dd>{skill.evidence}</dd>
        <dt>{t("How they can try it")}</dt>
        <dd>{skill.try}</dd>
      </dl>
      {signOff && (
        <Signed
          space={person.space}
          signOff={signOff}
          lowered={state === "signed_before"}
          next={nextOf(bundle, person.toSign)}
        />
      )}
      {state === "needs_sign_off" && (
        <SignOffForm key={skill.id} skill={skill.id} level={level} person={person} />
      )}
      {state === "too_soon" && (
        <p>
          {t("{name} has not marked this “On my own” yet. When they have, you can sign it off.", {
            name: person.name,
          })}
        </p>
      )}
      <p class="s soft">
        {t(
          "A sign-off is about the skill. It is never a reason to end help. Doing it with aids, or in their own way, counts.",
        )}
      </p>
      <History skill={skill} passport={passport} />
    </>
  );
}

function History({ skill, passport }: { skill: Skill; passport: Passport }) {
  const marks = skillHistory(skill.id, passport.marks, []);
  const offs = passport.offs.filter((off) => off.skill === skill.id);
  if (marks.length === 0 && offs.length === 0) return null;
  return (
    <>
      <h2>{t("What happened before")}</h2>
      <ul class="lines s">
        {offs.map((off) => (
          <li key={off.id}>
            {signedWords(off)}
            {off.withdrawn && <p>{takenBackWords(off)}</p>}
          </li>
        ))}
        {marks.map((mark) => (
          <li key={mark.id}>
            <b>{levelWords(mark.level)}</b>
            <p class="meta">
              {t("{date} · {name}", { date: formatDate(mark.made_at, "long"), name: mark.by ?? "" })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
