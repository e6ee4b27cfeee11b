/** Home of a signed-in young person. */
import { APP_NAME } from "../../app/name";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { CoverNote } from "../cover/cover-note";
import { InstallCard } from "./install-card";
import { MyCards } from "./my-cards";
import { Notices } from "./notices";

export function MyHome() {
  return (
    <Page title={t("Hi {name}", { name: me.value?.account.name ?? "" })} docTitle={t("Home")} bar={APP_NAME}>
      <Notices />
      <CoverNote />
      <MyCards />
      <InstallCard />
    </Page>
  );
}

/** For the bar of tabs: what is here comes for everyone who is signed in, and Home needs the same. */
export { Unread } from "./unread";
