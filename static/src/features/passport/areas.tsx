/** The passport: all areas with how far along each is, and the key papers. */
import { me } from "../../data/session";
import type { Area, Bundle } from "../../data/types";
import { t, tn } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { Ring } from "../../ui/ring";
import { WithBundle } from "../../ui/with-bundle";
import { progressOf } from "./progress";
import { SignInInvite } from "./sign-in-invite";
import { type Passport, usePassport } from "./state";
import { progressWords } from "./words";

export function Areas() {
  const passport = usePassport();
  return (
    <Page title={t("Passport")}>
      {!me.value && <SignInInvite />}
      <p>
        {t(
          "Things that help when you live on your own. Go at your own pace: nobody loses help for what they can do.",
        )}
      </p>
      <WithBundle>{(bundle) => <List bundle={bundle} passport={passport} />}</WithBundle>
    </Page>
  );
}

function List({ bundle, passport }: { bundle: Bundle; passport: Passport | null }) {
  const areas = [...bundle.passport.areas].sort((a, b) => a.order - b.order);
  return (
    <ul class="bare stack">
      {areas.map((area) => (
        <li key={area.id}>
          <AreaCard area={area} passport={passport} />
        </li>
      ))}
      <li>
        <LinkCard href="/passport/papers">
          <div class="row">
            <span class="avatar">
              <Icon name="passport" />
            </span>
            <div class="grow">
              <b>{t("Key papers")}</b>
              <p class="s soft">{t("What you need to have, and when each one runs out")}</p>
            </div>
          </div>
        </LinkCard>
      </li>
    </ul>
  );
}

function AreaCard({ area, passport }: { area: Area; passport: Passport | null }) {
  const progress = progressOf(area.skills, passport);
  return (
    <LinkCard href={`/passport/area/${area.id}`}>
      <div class="row">
        {passport && <Ring done={progress.done} of={progress.of} percent label={null} />}
        <div class="grow">
          <b>{area.title}</b>
          <p class="s soft">
            {passport
              ? progressWords(progress, passport.adviser)
              : tn("{n} skill", "{n} skills", area.skills.length)}
          </p>
        </div>
        <Icon name="next" turns />
      </div>
    </LinkCard>
  );
}
