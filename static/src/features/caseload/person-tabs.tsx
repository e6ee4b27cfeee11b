/** The sides of one young person: their passport, messages, their rights and requests, their dates, and reminders. */
import { t } from "../../i18n/index";
import { Tabs } from "../../ui/tabs";
import type { Person } from "./rules";

interface PersonTabsProps {
  person: Person;
  current: "passport" | "messages" | "rights" | "dates" | "remind";
}

export function PersonTabs({ person, current }: PersonTabsProps) {
  const passport = `/people/${person.space}`;
  const waiting = person.due.length;
  const { toAnswer } = person.dates;
  const written = person.message?.n ?? 0;
  return (
    <Tabs
      label={t("Parts of this page")}
      current={current === "passport" ? passport : `${passport}/${current}`}
      tabs={[
        { href: passport, words: t("Passport") },
        {
          href: `${passport}/messages`,
          words: written > 0 ? t("Messages ({n})", { n: written }) : t("Messages"),
        },
        {
          href: `${passport}/rights`,
          words: waiting > 0 ? t("Rights and requests ({n})", { n: waiting }) : t("Rights and requests"),
        },
        { href: `${passport}/dates`, words: toAnswer > 0 ? t("Dates ({n})", { n: toAnswer }) : t("Dates") },
        { href: `${passport}/remind`, words: t("Reminders") },
      ]}
    />
  );
}
