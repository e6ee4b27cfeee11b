/** What a young person shares of their own check, and plainly when they share nothing. Their answers are never in it. */
import type { Bundle, SharedCheckRow, SharedResult } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Note } from "../../ui/note";
import { filled, ruleOf, statusTitle } from "../check/status-text";
import { FoldHead } from "./fold-head";
import type { Person } from "./rules";
import type { ShownRecord } from "./status-records";

interface SharedProps {
  bundle: Bundle;
  person: Person;
  check: SharedCheckRow | undefined;
  recorded: ShownRecord | undefined;
}

export function SharedPart({ bundle, person, check, recorded }: SharedProps) {
  const { name, space } = person;
  return (
    <>
      <h2>{t("Their own check")}</h2>
      {check ? (
        <Shared bundle={bundle} name={name} check={check} recorded={recorded} />
      ) : (
        <p class="soft">
          {t("{name} has not shared a check with you. They can do one alone, and share it or keep it.", {
            name,
          })}
        </p>
      )}
      <div class="row">
        <ButtonLink href={`/people/${space}/check`} look="quiet" small>
          {t("Do the check together")}
        </ButtonLink>
      </div>
    </>
  );
}

interface ResultProps {
  bundle: Bundle;
  name: string;
  check: SharedCheckRow;
  recorded: ShownRecord | undefined;
}

function Shared({ bundle, name, check, recorded }: ResultProps) {
  const { status, entitlements, made_on } = check.result;
  const shown = status.best_guess ?? status.status;
  return (
    <>
      <Card>
        <b>{statusTitle(bundle, shown)}</b>
        {status.frc_education && <p class="s">{statusTitle(bundle, "frc_education")}</p>}
        {status.best_guess && (
          <p class="s">{t("This is a best guess: they were not sure of every answer.")}</p>
        )}
        <Why bundle={bundle} status={status} />
        <p class="meta">
          {t("{name} did this check on {date} and shares it with you. Not their answers.", {
            name,
            date: formatDate(made_on, "long"),
          })}
        </p>
      </Card>
      {recorded && recorded.status !== shown && (
        <Note>
          <p>{t("This is not what is recorded. Look at both together and find out which is right.")}</p>
        </Note>
      )}
      <Flags bundle={bundle} ids={status.flags} />
      <Results bundle={bundle} entitlements={entitlements} />
    </>
  );
}

/** The reason in the words that the young person read. */
function Why({ bundle, status }: { bundle: Bundle; status: SharedResult["status"] }) {
  const rule = ruleOf(bundle, status.guess_rule ?? status.rule);
  return rule && <blockquote class="why staff-note s">{filled(rule.because, status)}</blockquote>;
}

function Flags({ bundle, ids }: { bundle: Bundle; ids: string[] }) {
  const flags = bundle.status.flags.filter(({ id }) => ids.includes(id));
  return (
    <>
      {flags.map((flag) => (
        <Fold key={flag.id} head={<FoldHead words={t("To know: {title}", { title: flag.title })} />}>
          <p class="s">{flag.text}</p>
        </Fold>
      ))}
    </>
  );
}

type Entry = SharedResult["entitlements"][number];

function groups(): { state: string; words: string }[] {
  return [
    { state: "now", words: t("Should get now") },
    { state: "maybe", words: t("Maybe: one question is open") },
    { state: "later", words: t("Coming later") },
    { state: "ended", words: t("Ended") },
    { state: "not", words: t("Probably not for them") },
  ];
}

function Results({ bundle, entitlements }: { bundle: Bundle; entitlements: Entry[] }) {
  return (
    <ul class="bare stack tight">
      {groups().map(({ state, words }) => {
        const found = entitlements.filter((entry) => entry.state === state);
        if (found.length === 0) return null;
        return (
          <li key={state}>
            <Fold head={<FoldHead words={t("{words} ({n})", { words, n: found.length })} />}>
              <ul class="lines s">
                {found.map((entry) => (
                  <ResultLine key={entry.id} bundle={bundle} entry={entry} />
                ))}
              </ul>
            </Fold>
          </li>
        );
      })}
    </ul>
  );
}

function ResultLine({ bundle, entry }: { bundle: Bundle; entry: Entry }) {
  const title = bundle.entitlements.find(({ id }) => id === entry.id)?.title;
  return (
    <li>
      {title ?? t("Something that is no longer in the list")}
      <Days entry={entry} />
    </li>
  );
}

function Days({ entry: { state, on, until } }: { entry: Entry }) {
  const day = (date: string) => formatDate(date, "long");
  if (state === "later" && on) return <p class="meta">{t("from {date}", { date: day(on) })}</p>;
  if (state === "ended" && on) return <p class="meta">{t("since {date}", { date: day(on) })}</p>;
  return until ? <p class="meta">{t("until {date}", { date: day(until) })}</p> : null;
}
