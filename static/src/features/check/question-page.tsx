/** What every question of the check has around its form: where it stands, the way back, and why it is asked. */
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/index";
import { Both } from "../../ui/beside";
import { Loading } from "../../ui/empty";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Bar } from "../../ui/ring";
import { notKept } from "./kept";
import type { QuestionWords } from "./questions";

interface QuestionPageProps {
  words: QuestionWords;
  back: { href: string; words: string };
  sub: string;
  done: number;
  of: number;
  children: ComponentChildren;
}

export function QuestionPage({ words, back, sub, done, of, children }: QuestionPageProps) {
  const { english } = words;
  return (
    <Page
      title={words.title}
      back={back}
      sub={
        <>
          <Both text="" english={english?.title} />
          {sub}
        </>
      }
    >
      <Bar done={done} of={of} label={null} />
      {words.hint && (
        <p>
          <Both text={words.hint} english={english?.hint} />
        </p>
      )}
      {children}
      {notKept.value && (
        <Note look="stop" live>
          <p>
            {t(
              "This phone could not keep your answer. You can go on, but do not close the app before the end.",
            )}
          </p>
        </Note>
      )}
      <details>
        <summary class="s">
          {t("Why we ask")}
          <Icon name="down" />
        </summary>
        <p class="s">
          <Both text={words.why} english={english?.why} />
        </p>
      </details>
    </Page>
  );
}

/** While the answers are read from the phone. */
export function QuestionWaits() {
  return (
    <Page title={t("One moment")} back={{ href: "/rights/money", words: t("My rights") }}>
      <Loading />
    </Page>
  );
}
