/** Key papers: what I have, what I asked for, and the month each runs out. Never a number, never a picture. */
import type { Paper, PaperState } from "../../data/types";
import { formatDate, formatMoney, t } from "../../i18n/index";
import { Choices } from "../../ui/choices";
import { timeline, today } from "../../ui/dated";
import { Field } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Tag } from "../../ui/tag";
import { WithBundle } from "../../ui/with-bundle";
import { SaveTrouble, useSave } from "./save";
import { SignInInvite } from "./sign-in-invite";
import { type Passport, usePassport } from "./state";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function Papers() {
  const passport = usePassport();
  return (
    <Page title={t("Key papers")} back={{ href: "/passport", words: t("Passport") }}>
      {!passport && <SignInInvite />}
      <Note>
        <p>{t("Only say if you have it. Never write the number here, and never add a photo of it.")}</p>
      </Note>
      <WithBundle>
        {(bundle) => (
          <ul class="bare stack">
            {bundle.passport.papers.map((paper) => (
              <li key={paper.id}>
                <PaperCard paper={paper} passport={passport} />
              </li>
            ))}
          </ul>
        )}
      </WithBundle>
    </Page>
  );
}

function stateOptions(): { value: PaperState; words: string }[] {
  return [
    { value: "got_it", words: t("Got it") },
    { value: "asked_for", words: t("Asked for") },
    { value: "not_needed", words: t("Not needed") },
    { value: "not_sure", words: t("Not sure") },
  ];
}

function StateTag({ state }: { state: PaperState }) {
  const look = { got_it: "go", asked_for: "wait", not_needed: "plain", not_sure: "calm" } as const;
  return <Tag look={look[state]}>{stateOptions().find((option) => option.value === state)?.words}</Tag>;
}

function PaperCard({ paper, passport }: { paper: Paper; passport: Passport | null }) {
  const mine = passport?.paper(paper.id) ?? null;
  return (
    <Fold
      head={
        <>
          <span class="grow">
            <b>{paper.title}</b>
            <span class="s soft line2">
              {[whenWords(paper), runsOutWords(mine?.runs_out ?? null)].filter(Boolean).join(" · ")}
            </span>
          </span>
          {mine?.state && <StateTag state={mine.state} />}
        </>
      }
    >
      <PaperFacts paper={paper} />
      {passport && <PaperForm paper={paper} state={mine?.state ?? null} runsOut={mine?.runs_out ?? null} />}
    </Fold>
  );
}

function whenWords({ by_age, when }: Paper): string {
  if (when) return when;
  return by_age === null ? "" : t("By age {age}", { age: by_age });
}

function runsOutWords(month: string | null): string {
  return month ? t("runs out {month}", { month: formatDate(`${month}-01`, "month") }) : "";
}

function PaperFacts({ paper }: { paper: Paper }) {
  const cost = timeline(paper.costs ?? [], today()).now?.value ?? null;
  return (
    <>
      {paper.required_by_law && (
        <div>
          <Tag look="go">{t("The law says you should have this")}</Tag>
        </div>
      )}
      {paper.note && <p>{paper.note}</p>}
      {paper.who_gets_it && <p class="s">{t("Who gets it for you: {who}", { who: paper.who_gets_it })}</p>}
      {cost !== null && (
        <p class="s">{t("It costs {money}. Ask your council to pay.", { money: formatMoney(cost) })}</p>
      )}
    </>
  );
}

interface PaperFormProps {
  paper: Paper;
  state: PaperState | null;
  runsOut: string | null;
}

function PaperForm({ paper, state, runsOut }: PaperFormProps) {
  const { save, trouble } = useSave();
  return (
    <>
      <Choices
        legend={t("Do you have it?")}
        options={stateOptions()}
        value={state}
        onChange={(chosen) => save("passport.paper", { paper: paper.id, state: chosen })}
      />
      {paper.runs_out && state === "got_it" && (
        <Field
          id={`runs-out-${paper.id}`}
          type="month"
          label={t("The month it runs out")}
          hint={t("Year and month, like 2031-04")}
          value={runsOut ?? ""}
          onInput={(typed) => {
            if (typed === "" || MONTH.test(typed))
              save("passport.paper", { paper: paper.id, runs_out: typed || null });
          }}
        />
      )}
      <SaveTrouble trouble={trouble} />
    </>
  );
}
