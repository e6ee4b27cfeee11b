/** What the check says about the status: what the person probably is, why, what changes when, and what to do with a no. */
import type { Bundle } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Both, englishOf, inBoth } from "../../ui/beside";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { Loading } from "../../ui/empty";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { SaysNo } from "../rights/says-no";
import { SourceNotes } from "../rights/source-notes";
import { Away } from "./going";
import { check } from "./kept";
import { type Mine, useMine } from "./mine";
import { moreQuestions } from "./more-questions";
import { RecordedStatus } from "./recorded";
import type { StatusResult } from "./rules/types";
import { ShareResult } from "./share";
import { flagsOf, reasonInBoth, ruleOf, statusLead, statusTitle, statusWords } from "./status-text";

export function CheckResultScreen() {
  const back = { href: "/rights/check", words: t("My answers") };
  return <WithBundle frame={back}>{(bundle) => <Result bundle={bundle} back={back} />}</WithBundle>;
}

function Result({ bundle, back }: { bundle: Bundle; back: { href: string; words: string } }) {
  const mine = useMine(bundle);
  if (!check.value) {
    return (
      <Page title={t("One moment")} back={back}>
        <Loading />
      </Page>
    );
  }
  if (!mine) return <Away to="/rights/check" />;
  return (
    <Page title={t("Your result")} back={back}>
      <Status status={mine.result.status} bundle={bundle} />
      <WaysOn mine={mine} />
      <Flags status={mine.result.status} bundle={bundle} />
      <Changes status={mine.result.status} bundle={bundle} />
      <RecordedStatus bundle={bundle} />
      <ShareResult mine={mine} />
      <SaysNo />
    </Page>
  );
}

/** A guess never stands as the answer: somebody without a home must not read "probably not" above what may help. */
const NO_STATUS = "none_care_experienced";

function Status({ status, bundle }: { status: StatusResult; bundle: Bundle }) {
  const guess = status.best_guess;
  const rule = guess === NO_STATUS ? null : ruleOf(bundle, status.guess_rule ?? status.rule);
  const { title, english } = statusWords(bundle, status.status);
  return (
    <>
      <Card hero>
        <p class="s soft">
          <Both {...inBoth(() => statusLead(status))} />
        </p>
        <h2>
          <Both text={title} english={english?.title} />
        </h2>
        <Summary status={status.status} bundle={bundle} />
        {guess && <p>{t("It could be: {list}.", { list: possibleWords(status, bundle) })}</p>}
        {status.frc_education === true && <Summary status="frc_education" bundle={bundle} />}
      </Card>
      {guess && <Guess status={status} guess={guess} bundle={bundle} />}
      {rule && (
        <div class="why">
          <b>{guess ? t("Why this is our best guess") : t("Why")}</b>
          <p class="s">
            <Both {...reasonInBoth(rule, status)} />
          </p>
        </div>
      )}
      {rule && <SourceNotes entry={rule} />}
    </>
  );
}

function Summary({ status, bundle }: { status: string; bundle: Bundle }) {
  const { summary, english } = statusWords(bundle, status);
  return (
    <p>
      <Both text={summary} english={english?.summary} />
    </p>
  );
}

function Guess({ status, guess, bundle }: { status: StatusResult; guess: string; bundle: Bundle }) {
  const unsure = ruleOf(bundle, status.rule);
  const { title, english } = statusWords(bundle, guess);
  const englishGuess = englishOf(() =>
    t("Our best guess: {status}. Ask someone.", { status: english?.title ?? title }),
  );
  return (
    <Note>
      {guess !== NO_STATUS && (
        <p class="strong">
          {t("Our best guess: {status}. Ask someone.", { status: title })}
          <Both text="" english={englishGuess} />
        </p>
      )}
      {unsure && (
        <p>
          <Both {...reasonInBoth(unsure, status)} />
        </p>
      )}
      <ButtonLink href="/help" small>
        {t("People who can help")}
      </ButtonLink>
    </Note>
  );
}

function possibleWords({ possible }: StatusResult, bundle: Bundle): string {
  return possible.map((code) => statusTitle(bundle, code)).join(t(", or "));
}

function WaysOn({ mine }: { mine: Mine }) {
  const { draft } = mine.kept;
  const open = moreQuestions(draft, today()).find((one) => draft[one] === undefined);
  return (
    <>
      <ButtonLink href="/rights/money">{t("See what I can get")}</ButtonLink>
      {open && (
        <>
          <ButtonLink href={`/rights/check/more/${open}`} look="quiet">
            {t("Answer a few more questions")}
          </ButtonLink>
          <p class="s soft">
            {t("About how you live. They make the list fit you better. Skip any you like.")}
          </p>
        </>
      )}
    </>
  );
}

/** The warning for who is homeless at 16 or 17: the council must look after them. */
const HOMELESS = "E1";

function Flags({ status, bundle }: { status: StatusResult; bundle: Bundle }) {
  const flags = flagsOf(bundle, status.flags);
  const guessed = status.best_guess !== null;
  if (flags.length === 0) return null;
  return (
    <>
      <h2>{t("Good to know")}</h2>
      {flags.map((flag) => (
        <Fold
          key={flag.id}
          // With no home and a status that is a guess, this is what matters today.
          startOpen={guessed && flag.id === HOMELESS}
          head={
            <>
              <span class="grow">
                <b>
                  <Both text={flag.title} english={flag.english?.title} />
                </b>
              </span>
              <Icon name="down" />
            </>
          }
        >
          <p>
            <Both text={flag.text} english={flag.english?.text} />
          </p>
          <SourceNotes entry={flag} />
        </Fold>
      ))}
    </>
  );
}

function Changes({ status, bundle }: { status: StatusResult; bundle: Bundle }) {
  if (status.changes.length === 0) return null;
  return (
    <>
      <h2>{t("What changes when")}</h2>
      <Card>
        <ul class="lines">
          {status.changes.map(({ on, status: next }) => (
            <li key={on}>
              <b>{formatDate(on, "long")}</b>
              <p class="s">
                <Both text={statusTitle(bundle, next)} english={statusWords(bundle, next).english?.title} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <p class="meta">{t("If nothing else changes.")}</p>
      <ButtonLink href="/rights/timeline" look="quiet">
        {t("My timeline")}
      </ButtonLink>
    </>
  );
}
