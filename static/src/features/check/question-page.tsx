/** What every question of the check has around its form: where it stands, the way back, and why it is asked. */
import type { ComponentChildren } from "preact";
import { t } from "../../i18n/index";
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
  return (
    <Page title={words.title} back={back} sub={sub}>
      <Bar done={done} of={of} label={null} />
      {words.hint && <p>{words.hint}</p>}
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
        <p class="s">{words.why}</p>
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
