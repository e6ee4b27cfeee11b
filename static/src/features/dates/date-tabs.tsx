/** The two ways to look at dates. */
import { t } from "../../i18n/index";
import { Tabs } from "../../ui/tabs";

export function DateTabs({ current }: { current: string }) {
  return (
    <Tabs
      label={t("Ways to see dates")}
      tabs={[
        { href: "/dates", words: t("List") },
        { href: "/dates/month", words: t("Month") },
      ]}
      current={current}
    />
  );
}
