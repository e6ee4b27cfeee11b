/** The two sides of one young person: their passport, and their rights and requests. */
import { t } from "../../i18n/index";
import { Tabs } from "../../ui/tabs";
import type { Person } from "./rules";

export function PersonTabs({ person, current }: { person: Person; current: "passport" | "rights" }) {
  const passport = `/people/${person.space}`;
  const rights = `${passport}/rights`;
  const waiting = person.due.length;
  return (
    <Tabs
      label={t("Parts of this page")}
      current={current === "passport" ? passport : rights}
      tabs={[
        { href: passport, words: t("Passport") },
        {
          href: rights,
          words: waiting > 0 ? t("Rights and requests ({n})", { n: waiting }) : t("Rights and requests"),
        },
      ]}
    />
  );
}
