/** For an address that names nothing in the list of rights. */
import { t } from "../../i18n/index";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";

export function UnknownEntry() {
  return (
    <Page title={t("We do not know this one")} back={{ href: "/rights/money", words: t("Money") }}>
      <Empty title={t("The link may be old. Look in the list.")} />
    </Page>
  );
}
