/** Which council the app speaks of: the address that plain pages lead to. */
import { bundle } from "../../data/content";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Page } from "../../ui/page";
import { CouncilChoice } from "../home/welcome";

export function Councils() {
  return (
    <Page title={t("Your council")} back={{ href: "/", words: t("Home") }}>
      {/* Who is signed in belongs to a council already. */}
      {me.value ? <p class="strong">{bundle.value?.council.name}</p> : <CouncilChoice />}
      <ButtonLink href="/rights">{t("My rights")}</ButtonLink>
    </Page>
  );
}
