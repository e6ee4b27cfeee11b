/** The cards of a signed-in young person: the next date or skill, the passport, rights, and who their PA is. */
import { bundle } from "../../data/content";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { Ring } from "../../ui/ring";
import { DatesHomeCard, useNextDate } from "../dates/home-card";
import { PushOffer } from "../notices/offer";
import { nextSkills, progressOf } from "../passport/progress";
import { usePassport } from "../passport/state";
import { progressWords } from "../passport/words";
import { CheckCard } from "./check-card";
import { MessagesCard, newMessages } from "./messages-card";
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
  // Words that wait to be read come before everything that can be done.
  const waits = newMessages().count > 0;
  const messages = <MessagesCard adviser={passport.adviser} />;
  return (
    <>
      <DatesHomeCard />
      {waits && messages}
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
      {!waits && messages}
      <RightsCard />
    </>
  );
}
