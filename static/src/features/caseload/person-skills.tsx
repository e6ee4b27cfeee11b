/** The skills of one young person: those that wait for a sign-off, and all of them by area. */
import { Link } from "wouter-preact";
import type { Area, Bundle, Skill } from "../../data/types";
import { areaCounts, levelOf, signOffState } from "../../data/views";
import { formatDate, t, tn } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { levelWords } from "../../ui/levels";
import { Bar } from "../../ui/ring";
import { Tag } from "../../ui/tag";
import { Tick } from "../../ui/tick";
import type { Passport } from "./people";

interface Shared {
  bundle: Bundle;
  passport: Passport;
}

export function skillById(bundle: Bundle, id: string): Skill | undefined {
  return bundle.passport.areas.flatMap((area) => area.skills).find((skill) => skill.id === id);
}

export function WaitingSkills({ bundle, passport }: Shared) {
  const { toSign, space } = passport.person;
  return (
    <>
      <h2>
        {toSign.length === 0
          ? t("Nothing waits for your sign-off")
          : tn("{n} skill waits for your sign-off", "{n} skills wait for your sign-off", toSign.length, {
              n: toSign.length,
            })}
      </h2>
      {toSign.length === 0 && <p class="soft">{t("When they mark “On my own” or higher, it shows here.")}</p>}
      <ul class="bare stack tight">
        {toSign.map((id) => {
          const mark = passport.levels.get(id);
          return (
            <li key={id}>
              <LinkCard href={`/people/${space}/skill/${id}`}>
                <span class="row">
                  <Tick level={levelOf(passport.levels, id)} />
                  <span class="grow">
                    <b>{skillById(bundle, id)?.can ?? id}</b>
                    {mark && (
                      <span class="s soft staff-line">
                        {t("{level} · marked {date}", {
                          level: levelWords(mark.level),
                          date: formatDate(mark.made_at, "short"),
                        })}
                      </span>
                    )}
                  </span>
                  <Icon name="next" turns />
                </span>
              </LinkCard>
            </li>
          );
        })}
      </ul>
    </>
  );
}

export function AreaFolds({ bundle, passport }: Shared) {
  const areas = [...bundle.passport.areas].sort((a, b) => a.order - b.order);
  return (
    <>
      <h2>{t("Skills")}</h2>
      <ul class="bare stack tight">
        {areas.map((area) => (
          <li key={area.id}>
            <AreaFold area={area} passport={passport} />
          </li>
        ))}
      </ul>
    </>
  );
}

function AreaFold({ area, passport }: { area: Area; passport: Passport }) {
  const { done, total } = areaCounts(area, passport.levels);
  const words = t("{done} of {total}", { done, total });
  return (
    <Fold
      head={
        <>
          <span class="grow">
            <b>{area.title}</b>
            <span class="s soft staff-line">{words}</span>
          </span>
          <span class="staff-bar">
            <Bar done={done} of={total} label={words} />
          </span>
        </>
      }
    >
      <ul class="lines">
        {area.skills.map((skill) => (
          <li key={skill.id}>
            <SkillLine skill={skill} passport={passport} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function SkillLine({ skill, passport }: { skill: Skill; passport: Passport }) {
  const level = levelOf(passport.levels, skill.id);
  const { state, signOff } = signOffState(skill.id, level, passport.offs);
  return (
    <Link class="line" href={`/people/${passport.person.space}/skill/${skill.id}`}>
      <Tick level={level} />
      <span class="grow">
        <b>{skill.can}</b>
        <span class="s soft staff-line">{levelWords(level)}</span>
      </span>
      {state === "needs_sign_off" && <Tag look="go">{t("Sign off")}</Tag>}
      {signOff && <Tag>{t("Signed off")}</Tag>}
    </Link>
  );
}
