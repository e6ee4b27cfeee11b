/**
 * The frame of one screen: its bar (title or way back, "Leave fast", "Get help"), the sync line, the notice of an example
 * pack, and the heading. Sets the document's title and moves the focus to the heading when the person has moved here.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { leaveFast } from "../app/leave";
import { APP_NAME } from "../app/name";
import { arrive } from "../app/navigation";
import { me } from "../data/session";
import { t, unmarked } from "../i18n/index";
import { Icon } from "./icon";
import { LanguageLine } from "./language-line";
import { PackNotice } from "./pack-notice";
import { SyncLine } from "./sync-line";

export interface PageProps {
  /** The heading, and the document's title unless `docTitle` is given. */
  title: string;
  docTitle?: string | undefined;
  /** Where the person came from. Without it the heading stands in the bar itself, unless `bar` is given. */
  back?: { href: string; words: string } | undefined;
  /** Words in the bar instead of a way back; the heading then stands below. */
  bar?: string | undefined;
  /** Below the heading, small. */
  sub?: ComponentChildren;
  /** Beside the heading, like a ring. */
  aside?: ComponentChildren;
  /** Room for tables (staff screens). */
  wide?: boolean | undefined;
  children: ComponentChildren;
}

export function Page({ title, docTitle, back, bar, sub, aside, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const named = docTitle ?? title;
  useEffect(() => {
    document.title = `${unmarked(named)} – ${APP_NAME}`;
  }, [named]);
  useEffect(() => arrive(heading.current), []);

  const inBar = !back && !bar;
  const h1 = (
    <h1 class={inBar ? "top-title" : undefined} tabIndex={-1} ref={heading}>
      {title}
    </h1>
  );
  return (
    <>
      <TopBar wide={wide}>{inBar ? h1 : <BarTitle back={back} bar={bar} />}</TopBar>
      <main class={wide ? "page wide" : "page"} id="main" tabIndex={-1}>
        <SyncLine />
        <PackNotice />
        <LanguageLine />
        {!inBar && (
          <div class="row heading">
            <div class="grow">
              {h1}
              {sub && <div class="s soft">{sub}</div>}
            </div>
            {aside}
          </div>
        )}
        {children}
      </main>
    </>
  );
}

/** The bar alone; also stands while a screen is on its way, so that "Leave fast" and "Get help" are never missing. */
export function TopBar({ children, wide = false }: { children: ComponentChildren; wide?: boolean }) {
  return (
    <header class={wide ? "top wide-top" : "top"}>
      <div class="top-row">
        {children}
        <div class="pills">
          <button type="button" class="pill exit" onClick={leaveFast}>
            {t("Leave fast")}
          </button>
          <Link class="pill" href="/help">
            {t("Get help")}
          </Link>
          {/* Their tabs are five already; staff have theirs. */}
          {me.value?.account.role === "young_person" && (
            <Link class="pill exit round" href="/me" aria-label={t("Me")}>
              <Icon name="me" />
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}

function BarTitle({ back, bar }: Pick<PageProps, "back" | "bar">) {
  if (!back) return <p class="top-title">{bar}</p>;
  return (
    <p class="top-title">
      <Link href={back.href}>
        <Icon name="back" turns />
        <span class="hidden">{t("Back to")} </span>
        {back.words}
      </Link>
    </p>
  );
}
