/** What to do with a late answer or a no, step by step: for whoever reads about it without having asked here. */
import { useParams } from "wouter-preact";
import type { Bundle, Challenge, ChallengeStep, Span } from "../../data/content-types";
import { t, tn } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { Glossed } from "../../ui/words-of-law";
import { SourceNotes } from "./source-notes";

export function NoScreen() {
  const { id } = useParams<{ id: string }>();
  const back = { href: "/rights", words: t("My rights") };
  return <WithBundle frame={back}>{(bundle) => <Way id={id} bundle={bundle} back={back} />}</WithBundle>;
}

interface WayProps {
  id: string;
  bundle: Bundle;
  back: { href: string; words: string };
}

function Way({ id, bundle, back }: WayProps) {
  const way = (bundle.challenges ?? []).find((one) => one.id === id);
  return (
    <Page title={way?.title ?? t("We do not know this one")} back={back} sub={way && t("If they say no")}>
      {way ? <Steps way={way} /> : <Empty title={t("The link may be old. Look in the list.")} />}
      <ButtonLink href="/help" look="quiet">
        {t("People who can help")}
      </ButtonLink>
    </Page>
  );
}

function Steps({ way }: { way: Challenge }) {
  return (
    <>
      <p>
        <Glossed text={way.intro} />
      </p>
      <ol class="bare stack">
        {way.steps.map((step, at) => (
          <li key={step.id}>
            <Card>
              <p class="s soft">{actorWords(step, at + 1)}</p>
              <h2>{step.title}</h2>
              <p>
                <Glossed text={step.text} />
              </p>
              <Times step={step} />
            </Card>
          </li>
        ))}
      </ol>
      <SourceNotes entry={way} />
    </>
  );
}

function actorWords({ acts }: ChallengeStep, number: number): string {
  return acts === "you"
    ? t("Step {number} · you", { number })
    : t("Step {number} · the council or others", { number });
}

function Times({ step: { within, longest, counted_from } }: { step: ChallengeStep }) {
  if (!within) return null;
  return (
    <p class="s strong">
      {[
        t("Within {time}", { time: spanWords(within) }),
        longest && t("at the longest {time}", { time: spanWords(longest) }),
        counted_from && countedWords(counted_from),
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  );
}

function spanWords({ working_days, days, months }: Span): string {
  if (working_days) return tn("{n} working day", "{n} working days", working_days);
  return days ? tn("{n} day", "{n} days", days) : tn("{n} month", "{n} months", months ?? 1);
}

function countedWords(from: NonNullable<ChallengeStep["counted_from"]>): string {
  switch (from) {
    case "complaint":
      return t("from the day you ask or complain");
    case "step":
      return t("from the step before");
    case "decision":
      return t("from the day of the decision");
  }
}
