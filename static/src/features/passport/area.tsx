/** One area: its skills, each a card that opens to the four levels. */
import { Link, useParams } from "wouter-preact";
import type { Area, Skill } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Empty } from "../../ui/empty";
import { Fold } from "../../ui/fold";
import { LevelPicker, levelWords } from "../../ui/levels";
import { Page } from "../../ui/page";
import { Ring } from "../../ui/ring";
import { Tick } from "../../ui/tick";
import { WithBundle } from "../../ui/with-bundle";
import { isDone, progressOf } from "./progress";
import { SaveTrouble, useSave } from "./save";
import { SignInInvite } from "./sign-in-invite";
import { type Passport, usePassport } from "./state";
import { progressWords } from "./words";

export function AreaScreen() {
  const { id } = useParams<{ id: string }>();
  const passport = usePassport();
  const back = { href: "/passport", words: t("Passport") };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const area = bundle.passport.areas.find((one) => one.id === id);
        if (area) return <AreaPage area={area} passport={passport} back={back} />;
        return (
          <Page title={t("We do not know this area")} back={back}>
            <Empty title={t("The link may be old. Look in the passport.")} />
          </Page>
        );
      }}
    </WithBundle>
  );
}

interface AreaPageProps {
  area: Area;
  passport: Passport | null;
  back: { href: string; words: string };
}

function AreaPage({ area, passport, back }: AreaPageProps) {
  const progress = progressOf(area.skills, passport);
  const words = progressWords(progress, passport?.adviser ?? null);
  return (
    <Page
      title={area.title}
      back={back}
      sub={passport && words}
      aside={passport && <Ring done={progress.done} of={progress.of} label={null} />}
    >
      {!passport && <SignInInvite />}
      <ul class="bare stack">
        {area.skills.map((skill) => (
          <li key={skill.id}>
            <SkillCard skill={skill} passport={passport} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function SkillCard({ skill, passport }: { skill: Skill; passport: Passport | null }) {
  const { save, trouble } = useSave();
  const level = passport?.level(skill.id) ?? "not_yet";
  return (
    <Fold
      head={
        <>
          {passport && <Tick level={level} />}
          <span class="grow">
            <b>{skill.can}</b>
            {passport && <span class="s soft line2">{stateWords(skill, passport)}</span>}
          </span>
        </>
      }
    >
      {passport && (
        <LevelPicker
          legend={skill.can}
          value={level}
          onChange={(chosen) => save("passport.mark", { skill: skill.id, level: chosen })}
        />
      )}
      <SaveTrouble trouble={trouble} />
      <p class="s soft">{t("Try it: {try}", { try: skill.try })}</p>
      <Link class="btn text s" href={`/passport/skill/${skill.id}`}>
        {t("More about this")}
        <span class="hidden">: {skill.can}</span>
      </Link>
    </Fold>
  );
}

/** The level, and beside it what matters most: signed off, could be, waiting, or a note. */
function stateWords(skill: Skill, passport: Passport): string {
  const level = passport.level(skill.id);
  const words = [levelWords(level)];
  const signOff = passport.signOff(skill.id);
  if (signOff?.at && signOff.by && !signOff.withdrawn) {
    words.push(
      t("signed off by {name}, {date}", { name: signOff.by, date: formatDate(signOff.at, "short") }),
    );
  } else if (isDone(level)) words.push(t("ask for sign-off"));
  if (passport.waits(skill.id)) words.push(t("saved on this phone"));
  else if (passport.note(skill.id)?.text) words.push(t("note saved"));
  return words.join(" · ");
}
