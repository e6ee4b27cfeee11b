/** The bar of tabs: only those that work, and for staff their own. */
import { Link, useLocation } from "wouter-preact";
import { me } from "../data/session";
import type { Role } from "../data/types";
import { t } from "../i18n/index";
import { Icon, type IconName } from "../ui/icon";
import { lazyPart } from "../ui/lazy-part";
import { locked } from "./lock";
import { APP_NAME } from "./name";

interface NavTab {
  href: string;
  icon: IconName;
  words: string;
}

function tabsFor(role: Role | undefined): NavTab[] {
  const rights: NavTab = { href: "/rights", icon: "rights", words: t("My rights") };
  const mine: NavTab = { href: "/me", icon: "me", words: t("Me") };
  const people: NavTab = { href: "/people", icon: "people", words: t("My young people") };
  switch (role) {
    case "adviser":
      return [
        people,
        { href: "/remind", icon: "bell", words: t("Reminders") },
        { ...rights, words: t("Rights") },
        mine,
      ];
    case "manager":
      return [{ href: "/team", icon: "team", words: t("Team") }, { ...rights, words: t("Rights") }, mine];
    default:
      return [
        { href: "/", icon: "home", words: t("Home") },
        rights,
        { href: "/passport", icon: "passport", words: t("Passport") },
        ...(role
          ? ([
              { href: "/dates", icon: "dates", words: t("Dates") },
              { href: "/messages", icon: "text", words: t("Messages") },
            ] as const)
          : [mine]),
      ];
  }
}

const Unread = lazyPart(async () => (await import("../features/home/my-home")).Unread);

function isHere(href: string, path: string): boolean {
  // Requests belong to My rights, reminders to Dates, and both have addresses of their own.
  const at = path.startsWith("/asks") ? `/rights${path}` : path.replace(/^\/reminders/, "/dates");
  return href === "/" ? at === "/" : at === href || at.startsWith(`${href}/`);
}

export function Nav() {
  const [path] = useLocation();
  const role = me.value?.account.role;
  const staff = role === "adviser" || role === "manager";
  return (
    <nav class={staff ? "nav staff" : "nav"} aria-label={t("Main")}>
      <div class="nav-row">
        {staff && <b class="brand">{APP_NAME}</b>}
        {tabsFor(role).map(({ href, icon, words }) => (
          <Link key={href} href={href} aria-current={isHere(href, path) ? "page" : undefined}>
            <span class="nav-icon">
              <Icon name={icon} />
            </span>
            {words}
            {/* Whether somebody wrote is personal too. */}
            {!locked.value && /^.(messages|people)/.test(href) && <Unread />}
          </Link>
        ))}
      </div>
    </nav>
  );
}
