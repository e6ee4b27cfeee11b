/** One skill: why it helps, how to try it, my level, my note, sign-off, and what happened before. */
import { useParams } from "wouter-preact";
import type { Area, Bundle, Skill } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { LevelPicker, levelWords } from "../../ui/levels";
import { Listen } from "../../ui/listen";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { NoteCard } from "./note-card";
import { isDone } from "./progress";
import { SaveTrouble, useSave } from "./save";
import { SignInInvite } from "./sign-in-invite";
import { type Passport, usePassport } from "./state";
import { signOffWords } from "./words";

export function SkillScreen() {
  const { id } = useParams<{ id: string }>();
  const passport = usePassport();
  return (
    <WithBundle frame={{ href: "/passport", words: t("Passport") }}>
      {(bundle) => {
        const found = findSkill(bundle, id);
        if (!found) return <Unknown />;
        const { area, skill } = found;
        return (
          <Page title={skill.can} back={{ href: `/passport/area/${area.id}`, words: area.title }}>
            <Listen lang={bundle.lang} words={[skill.can, skill.why, skill.try]} />
            {passport ? <Mark skill={skill} passport={passport} /> : <SignInInvite />}
            <About skill={skill} />
            {passport && (
              <NoteCard skill={skill.id} note={passport.note(skill.id)} adviser={passport.adviser} />
            )}
            {passport && <History skill={skill} passport={passport} />}
          </Page>
        );
      }}
    </WithBundle>
  );
}

function findSkill(bundle: Bundle, id: string): { area: Area; skill: Skill } | null {
  for (const area of bundle.passport.areas) {
    const skill = area.skills.find((one) => one.id === id);
    if (skill) return { area, skill };
  }
  return null;
}

function Unknown() {
  return (
    <Page title={t("We do not know this skill")} back={{ href: "/passport", words: t("Passport") }}>
      <Empty title={t("The link may be old. Look in the passport.")} />
    </Page>
  );
}

function Mark({ skill, passport }: { skill: Skill; passport: Passport }) {
  const { save, trouble } = useSave();
  return (
    <Card>
      <LevelPicker
        legend={t("How far are you?")}
        showLegend
        value={passport.level(skill.id)}
        onChange={(level) => save("passport.mark", { skill: skill.id, level })}
      />
      <SaveTrouble trouble={trouble} />
      <SignOffState skill={skill} passport={passport} />
    </Card>
  );
}

function SignOffState({ skill, passport }: { skill: Skill; passport: Passport }) {
  const signOff = passport.signOff(skill.id);
  const back = signOff?.withdrawn;
  if (back?.at && back.by) {
    const { by, at, reason } = back;
    return (
      <p class="s">
        {t("{name} took the sign-off back on {date}: {reason}", {
          name: by,
          date: formatDate(at, "long"),
          reason,
        })}
      </p>
    );
  }
  if (signOff && !back) return <p class="s strong">{signOffWords(signOff)}</p>;
  if (isDone(passport.level(skill.id))) {
    return (
      <p class="s soft">{t("Show your PA, and ask for sign-off. It never takes help away from you.")}</p>
    );
  }
  return <p class="s soft">{t("When you can do it on your own, your PA can sign it off.")}</p>;
}

function About({ skill }: { skill: Skill }) {
  return (
    <dl class="facts">
      <dt>{t("Why it helps")}</dt>
      <dd>{skill.why}</dd>
      <dt>{t("Try it")}</dt>
      <dd>{skill.try}</dd>
      <dt>{t("How your PA checks")}</dt>
      <dd>{skill.evidence}</dd>
      <dt>{t("A good age to start")}</dt>
      <dd>{t("From {age}. There is no deadline.", { age: skill.age })}</dd>
    </dl>
  );
}

function History({ skill, passport }: { skill: Skill; passport: Passport }) {
  const marks = passport.history(skill.id);
  if (marks.length === 0) return null;
  return (
    <>
      <h2>{t("What happened before")}</h2>
      <ul class="lines s">
        {marks.map((mark) => (
          <li key={mark.id}>
            <b>{levelWords(mark.level)}</b>
            <p class="meta">
              {mark.waiting
                ? t("{date} · saved on this phone, not sent yet", { date: formatDate(mark.made_at, "long") })
                : t("{date} · {name}", { date: formatDate(mark.made_at, "long"), name: mark.by ?? "" })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
