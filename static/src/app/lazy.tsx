/** Screens that are fetched when they are first needed, with a word while they come and a way on when they do not. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/index";
import { Failed, Loading } from "../ui/empty";
import { Page, TopBar } from "../ui/page";
import { APP_NAME } from "./name";

type Load = () => Promise<ComponentType>;

/** Gives a component that shows what `load` brings. Once loaded it renders at once, without a flash. */
export function lazyScreen(load: Load): ComponentType {
  let Screen: ComponentType | null = null;

  return function LazyScreen() {
    const [, redraw] = useState(0);
    const [failed, setFailed] = useState(false);
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      if (Screen) return;
      let gone = false;
      setFailed(false);
      load().then(
        (loaded) => {
          Screen = loaded;
          if (!gone) redraw((n) => n + 1);
        },
        () => {
          if (!gone) setFailed(true);
        },
      );
      return () => {
        gone = true;
      };
    }, [attempt]);

    if (Screen) return <Screen />;
    if (!failed) return <Waiting />;
    return (
      <Page title={t("This screen did not load")} bar={APP_NAME}>
        <Failed onRetry={() => setAttempt(attempt + 1)} />
      </Page>
    );
  };
}

function Waiting() {
  return (
    <>
      <TopBar>
        <h1 class="top-title">{APP_NAME}</h1>
      </TopBar>
      <main class="page" id="main" tabIndex={-1}>
        <Loading />
      </main>
    </>
  );
}
