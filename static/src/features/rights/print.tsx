/** Everything on one page, to print or to save: for a meeting, or for somebody without an account. */
import type { Bundle, Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Both, inBoth } from "../../ui/beside";
import { Button } from "../../ui/button";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { type Mine, useMine } from "../check/mine";
import { timeline } from "../check/rules/index";
import { reasonInBoth, ruleOf, statusLead, statusTitle, statusWords } from "../check/status-text";
import { headlineOf } from "./amounts";
import { AmountFigure } from "./figure";
import { kindWords } from "./kinds";
import { NoCheck } from "./no-check";
import { openQuestion } from "./question";
import { ownCodes, resultGroups } from "./results";
import { stateReason, stateTag } from "./state-words";
import { MilestoneCard } from "./timeline";

export function PrintScreen() {
  return (
    <Page title={t("My rights on paper")} back={{ href: "/rights/money", words: t("My rights") }}>
      <WithBundle>{(bundle) => <OfMine bundle={bundle} />}</WithBundle>
    </Page>
  );
}

function OfMine({ bundle }: { bundle: Bundle }) {
  const mine = useMine(bundle);
  return mine ? <Paper mine={mine} bundle={bundle} /> : <NoCheck />;
}

function Paper({ mine, bundle }: { mine: Mine; bundle: Bundle }) {
  const groups = resultGroups(mine);
  return (
    <div class="stack">
      <p class="no-print">
        {t("Print this page, or choose “Save as PDF” there. Anybody who finds the paper can read it.")}
      </p>
      <div class="no-print">
        <Button onClick={() => print()}>{t("Print or save")}</Button>
      </div>
      <p class="meta">
        {t("Made on {date} with {council}. This is information, not legal advice.", {
          date: formatDate(mine.input.today, "long"),
          council: bundle.council.name,
        })}
      </p>
      <StatusPart mine={mine} bundle={bundle} />
      <Section title={t("You should get these now")} entries={groups.owed} mine={mine} />
      <Section title={t("You may be able to get these now")} entries={groups.may} mine={mine} />
      <Section title={t("Maybe: one question")} entries={groups.maybe} mine={mine} brief />
      <Section title={t("Coming later")} entries={groups.later} mine={mine} brief />
      <h2>{t("My timeline")}</h2>
      {timeline(mine.input)
        .filter(({ on }) => on > mine.input.today)
        .map((one) => (
          <MilestoneCard key={one.age} milestone={one} mine={mine} bundle={bundle} open />
        ))}
      <h2>{t("If they say no")}</h2>
      <ul class="dots">
        <li>{t("Ask them to tell you why, in writing.")}</li>
        <li>{t("Ask for an advocate: someone on your side who helps you speak up. It is free.")}</li>
        <li>{t("You can complain to your council. It cannot be held against you.")}</li>
      </ul>
    </div>
  );
}

function StatusPart({ mine, bundle }: { mine: Mine; bundle: Bundle }) {
  const { status } = mine.result;
  const { best_guess } = status;
  const rule = ruleOf(bundle, status.rule);
  const { title, summary, english } = statusWords(bundle, status.status);
  return (
    <section class="card">
      <p class="s soft">
        <Both {...inBoth(() => statusLead(status))} />
      </p>
      <h2>
        <Both text={title} english={english?.title} />
      </h2>
      <p>
        <Both text={summary} english={english?.summary} />
      </p>
      {best_guess && (
        <p>{t("Our best guess: {status}. Ask someone.", { status: statusTitle(bundle, best_guess) })}</p>
      )}
      {rule && (
        <p class="s">
          <Both {...reasonInBoth(rule, status)} />
        </p>
      )}
      {rule && <p class="meta">{rule.sources.join("; ")}</p>}
    </section>
  );
}

interface SectionProps {
  title: string;
  entries: Entitlement[];
  mine: Mine;
  /** Only what it is and what it hangs on: how to ask can wait. */
  brief?: boolean;
}

function Section({ title, entries, mine, brief = false }: SectionProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="lines">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Line entry={entry} mine={mine} brief={brief} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ entry, mine, brief }: { entry: Entitlement; mine: Mine; brief: boolean }) {
  const result = mine.of(entry.id);
  if (!result) return null;
  const head = headlineOf(entry, result);
  const tag = stateTag(entry, result);
  return (
    <div class="stack tight">
      <div class="row top-align">
        <b class="grow">{entry.title}</b>
        {head && <AmountFigure {...head} />}
      </div>
      <p class="s">{openQuestion(entry, result) ?? stateReason(entry, result, ownCodes(mine))}</p>
      {!brief && <p class="s">{entry.how_to_ask}</p>}
      <p class="meta">
        {[kindWords(entry.kind), tag, t("Checked {date}", { date: formatDate(entry.as_at, "long") })]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
