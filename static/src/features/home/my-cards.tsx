/** The cards of a signed-in young person: the next date or skill, the passport, rights, and who their PA is. */
import { bundle } from "../../data/content";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { Ring } from "../../ui/ring";
import { DatesHomeCard, useNextDate } from "../dates/home-card";
import { PushOffer } from "../notices/offer";
import { nextSkills, progressOf } from "../passport/progress";
import { type Passport, usePassport } from "../passport/state";
import { progressWords } from "../passport/words";
import { CheckCard } from "./check-card";
import { PassportCard, RightsCard } from "./welcome";

const NEXT = 2;

export function MyCards() {
  const passport = usePassport();
  // One thing stands out at the top: a date when there is one, else the next skill.
  const dated = useNextDate();
  const skills = (bundle.value?.passport.areas ?? []).flatMap((area) => area.skills);
  if (!passport || skills.length === 0) {
    return (
      <>
        <DatesHomeCard />
        {dated && <PushOffer />}
        <CheckCard />
        <RightsCard />
        <PassportCard />
      </>
    );
  }
  const [first, second] = nextSkills(skills, passport, NEXT);
  const progress = progressOf(skills, passport);
  return (
    <>
      <DatesHomeCard />
      {dated && <PushOffer />}
      {first && !dated && (
        <Card hero labelledBy="next-skill">
          <p class="s soft">{t("Try this next")}</p>
          <h2 id="next-skill">{first.can}</h2>
          <p>{first.try}</p>
          <ButtonLink href={`/passport/skill/${first.id}`} look="sun">
            {t("Open this skill")}
          </ButtonLink>
        </Card>
      )}
      <CheckCard />
      <LinkCard href="/passport">
        <div class="row">
          <Ring done={progress.done} of={progress.of} percent label={null} />
          <div class="grow">
            <b>{t("My passport")}</b>
            <p class="s soft">{progressWords(progress, passport.adviser)}</p>
            {dated
              ? first && <p class="s soft">{t("Next: {skill}", { skill: first.can })}</p>
              : second && <p class="s soft">{t("Then: {skill}", { skill: second.can })}</p>}
          </div>
        </div>
      </LinkCard>
      <RightsCard />
      <AdviserCard passport={passport} />
    </>
  );
}

function AdviserCard({ passport }: { passport: Passport }) {
  const { adviser } = passport;
  return (
    <Card>
      <div class="row">
        <span class="avatar" aria-hidden="true">
          {adviser ? adviser.slice(0, 1) : "?"}
        </span>
        <div class="grow">
          <b>{adviser ? t("{name}, your PA", { name: adviser }) : t("No PA yet: the duty team")}</b>
          <p class="s soft">
            {adviser
              ? t("Your personal adviser. Shows you the way, and signs off your skills.")
              : t("Your council’s duty team helps you until you have one.")}
          </p>
        </div>
      </div>
    </Card>
  );
}
