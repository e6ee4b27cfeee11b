/** What I got ready, on one page for the meeting: only the parts that are chosen. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import { hasWords, type ShownPreparation } from "../../data/ready-view";
import type { Heading } from "../../data/types";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Empty } from "../../ui/empty";
import { Switch } from "../../ui/field";
import { Page } from "../../ui/page";
import { FaceIcon } from "./faces";
import { faceWords, headingWords } from "./ready-words";
import { WithDate } from "./with-date";
import { titleOf, whenWords, whereWords } from "./words";

export function ReadyPrint() {
  return (
    <WithDate>
      {(date, dates) => {
        const said = dates.preparations(date.id).filter(hasWords);
        return (
          <Page
            title={t("What I want to say")}
            back={{ href: `/dates/${date.id}/ready`, words: t("Get ready") }}
            sub={t("{what} · {date}", { what: titleOf(date), date: whenWords(date) })}
          >
            {said.length > 0 ? <Paper date={date} said={said} /> : <Nothing date={date} />}
          </Page>
        );
      }}
    </WithDate>
  );
}

function Nothing({ date }: { date: ShownDate }) {
  return (
    <Empty title={t("Nothing is written yet")}>
      <ButtonLink href={`/dates/${date.id}/ready`}>{t("Get ready")}</ButtonLink>
    </Empty>
  );
}

function Paper({ date, said }: { date: ShownDate; said: ShownPreparation[] }) {
  const [left, setLeft] = useState<Heading[]>([]);
  const chosen = said.filter(({ heading }) => !left.includes(heading));
  const where = whereWords(date);
  return (
    <div class="stack paper">
      <fieldset class="card stack tight no-print">
        <legend class="strong in-card">{t("What should be on the page?")}</legend>
        {said.map(({ heading }) => (
          <Switch
            key={heading}
            label={headingWords(heading).title}
            checked={!left.includes(heading)}
            onChange={(on) => setLeft(on ? left.filter((one) => one !== heading) : [...left, heading])}
          />
        ))}
      </fieldset>
      <p class="no-print">
        {t("Print this page, or choose “Save as PDF” there. Anybody who finds the paper can read it.")}
      </p>
      <div class="no-print">
        {chosen.length > 0 && <Button onClick={() => print()}>{t("Print or save")}</Button>}
      </div>
      {where && <p class="s soft">{where}</p>}
      {chosen.length === 0 && <p class="soft no-print">{t("Nothing is chosen. The page would be empty.")}</p>}
      <ul class="lines">
        {chosen.map((one) => (
          <li key={one.heading} class="stack tight">
            <Part said={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Part({ said: { heading, face, words, want, change } }: { said: ShownPreparation }) {
  return (
    <>
      <h2>{headingWords(heading).title}</h2>
      {face && (
        <p class="row">
          <FaceIcon face={face} />
          {faceWords(face)}
        </p>
      )}
      {words && <p class="own-words">{words}</p>}
      {want && (
        <p class="own-words">
          <b>{t("What I want")}:</b> {want}
        </p>
      )}
      {change && (
        <p class="own-words">
          <b>{t("What I want changed")}:</b> {change}
        </p>
      )}
    </>
  );
}
