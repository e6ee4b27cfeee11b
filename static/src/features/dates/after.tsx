/** After a review: what was agreed, who does it by when, and whether the young person agrees with the plan. */
import type { ShownDate } from "../../data/dates-view";
import type { ShownAgreement } from "../../data/ready-view";
import { t } from "../../i18n/index";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { Tag, Tags } from "../../ui/tag";
import { countdown } from "../asks/words";
import { SaveTrouble } from "../passport/save";
import type { Dates } from "./dates";
import { today } from "./london";
import { PlanAnswer } from "./plan-answer";
import { useSend } from "./send";
import { WithDate } from "./with-date";
import { dayWords, titleOf, whenWords } from "./words";

export function After() {
  return (
    <WithDate>
      {(date, dates) => (
        <Page
          title={t("What we agreed")}
          back={{ href: `/dates/${date.id}`, words: t("Date") }}
          sub={t("{what} · {date}", { what: titleOf(date), date: whenWords(date) })}
        >
          <Agreements date={date} dates={dates} />
          <PlanAnswer date={date} answer={dates.answer(date.id)} adviser={dates.adviser} />
        </Page>
      )}
    </WithDate>
  );
}

function Agreements({ date, dates }: { date: ShownDate; dates: Dates }) {
  const { send, trouble } = useSend({ quiet: true });
  const agreements = dates.agreements(date.id);
  if (agreements.length === 0) {
    return (
      <Empty title={t("Nothing is written down yet")}>
        <p>{t("Your PA writes down what you agreed. If something is missing, tell them or say so below.")}</p>
      </Empty>
    );
  }
  return (
    <>
      <ul class="bare stack">
        {agreements.map((one) => (
          <li key={one.id} class="card">
            <Agreement
              agreement={one}
              adviser={dates.adviser}
              onDone={(done) => void send("agreement.done", { agreement: one.id, done })}
            />
          </li>
        ))}
      </ul>
      <SaveTrouble trouble={trouble} />
    </>
  );
}

interface AgreementProps {
  agreement: ShownAgreement;
  adviser: string | null;
  onDone: (done: boolean) => void;
}

function Agreement({ agreement, adviser, onDone }: AgreementProps) {
  const { what, by, done, waiting } = agreement;
  const late = !done && by !== null && by < today();
  return (
    <>
      <label class="switch done-line">
        <input type="checkbox" checked={done} onChange={(event) => onDone(event.currentTarget.checked)} />
        <b class="own-words">{what}</b>
      </label>
      <p class="s">
        {by
          ? t("{who}, by {date}", { who: whoWords(agreement, adviser), date: dayWords(by) })
          : whoWords(agreement, adviser)}
      </p>
      <Tags>
        {done && <Tag look="go">{t("Done")}</Tag>}
        {!done && by && <Tag look={late ? "stop" : "calm"}>{countdown(by, today())}</Tag>}
        {waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
      </Tags>
    </>
  );
}

function whoWords({ who, who_words }: ShownAgreement, adviser: string | null): string {
  if (who === "me") return t("You do this");
  if (who === "other") return t("{name} does this", { name: who_words || t("Somebody else") });
  return t("{name} does this", { name: who_words || adviser || t("Your PA") });
}
