/** The first screen. Only what somebody sees who is not signed in comes with the first download. */
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { lazyScreen } from "../../app/lazy";
import { APP_NAME } from "../../app/name";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { CheckCard } from "./check-card";
import { InstallCard } from "./install-card";
import { CouncilChoice, PassportCard, RightsCard, Welcome } from "./welcome";

const MyHome = lazyScreen(() => import("./my-home").then((screens) => screens.MyHome));

export function Home() {
  const role = me.value?.account.role;
  if (!role) return <SignedOut />;
  return role === "young_person" ? <MyHome /> : <ToWork manager={role === "manager"} />;
}

function SignedOut() {
  return (
    <Page title={t("Hello")} docTitle={t("Home")} bar={APP_NAME}>
      <Welcome />
      <InstallCard />
      <CheckCard />
      <CouncilChoice />
      <RightsCard />
      <PassportCard />
    </Page>
  );
}

/** Staff have a first screen of their own. */
function ToWork({ manager }: { manager: boolean }) {
  const [, go] = useLocation();
  useEffect(() => go(manager ? "/team" : "/people", { replace: true }), [manager]);
  return null;
}
