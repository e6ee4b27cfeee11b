/** Shows a screen's content once the council's bundle is here, and says so plainly while it is not. */
import type { ComponentChildren, VNode } from "preact";
import { bundle, contentState, reloadContent } from "../data/content";
import type { Bundle } from "../data/types";
import { t } from "../i18n/index";
import { Failed, Loading } from "./empty";
import { Page } from "./page";

interface WithBundleProps {
  children: (bundle: Bundle) => ComponentChildren;
  /** Given when the content brings its own page: the way back that a page has until then. */
  frame?: { href: string; words: string };
}

export function WithBundle({ children, frame }: WithBundleProps) {
  if (bundle.value) return <>{children(bundle.value)}</>;
  const failed = contentState.value === "failed";
  const instead = failed ? <ContentFailed /> : <Loading />;
  return frame ? <Framed back={frame} failed={failed} content={instead} /> : instead;
}

function Framed({
  back,
  failed,
  content,
}: {
  back: { href: string; words: string };
  failed: boolean;
  content: VNode;
}) {
  return (
    <Page title={failed ? t("This page did not load") : t("One moment")} back={back}>
      {content}
    </Page>
  );
}

function ContentFailed() {
  return (
    <Failed onRetry={() => void reloadContent()}>
      <p>{t("We could not fetch the pages of your council. Check your signal. Get help still works.")}</p>
    </Failed>
  );
}
