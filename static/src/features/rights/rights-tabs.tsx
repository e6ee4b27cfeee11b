/** The three parts of My rights. */
import { t } from "../../i18n/index";
import { Tabs } from "../../ui/tabs";
import { SearchLink } from "../search/link";

export function RightsTabs({ current }: { current: "money" | "offer" | "pledge" }) {
  return (
    <>
      <SearchLink />
      <Tabs
        label={t("Parts of My rights")}
        current={`/rights/${current}`}
        tabs={[
          { href: "/rights/money", words: t("Money") },
          { href: "/rights/offer", words: t("Local offer") },
          { href: "/rights/pledge", words: t("Pledge") },
        ]}
      />
    </>
  );
}
