/** What to do when the answer is late or a no: ask why, get someone on your side, complain, each step with its dates. */
import { useParams } from "wouter-preact";
import type { ShownRequest } from "../../data/asks-view";
import type { Bundle, Challenge, ChallengeStep } from "../../data/types";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { CouncilHelp } from "../help/council-help";
import { SourceNotes } from "../rights/source-notes";
import { answerRule } from "./asks";
import { challengeOf, decisionDay, protestOf } from "./challenge";
import { type PlannedStep, plan } from "./challenge-days";
import { StepCard, type StepHelp } from "./step-card";
import { WithRequest } from "./with-request";
import { protestTitle } from "./words";

export function NextSteps() {
  const { id } = useParams<{ id: string }>();
  const back = { href: `/asks/${id}`, words: t("Receipt") };
  return (
    <WithRequest>
      {(request) => (
        <WithBundle frame={back}>
          {(bundle) => (
            <Page title={t("What you can do next")} back={back} sub={request.title}>
              <Way challenge={challengeOf(bundle, request)} request={request} bundle={bundle} />
              <Fold
                head={
                  <>
                    <b class="grow">{t("Who is who at your council")}</b>
                    <Icon name="down" />
                  </>
                }
              >
                <CouncilHelp bundle={bundle} outOfHours={undefined} />
              </Fold>
              <ButtonLink href="/help" look="quiet">
                {t("Get help from people")}
              </ButtonLink>
            </Page>
          )}
        </WithBundle>
      )}
    </WithRequest>
  );
}

interface WayProps {
  challenge: Challenge | null;
  request: ShownRequest;
  bundle: Bundle;
}

function Way({ challenge, request, bundle }: WayProps) {
  if (!challenge) return <WithoutSteps request={request} />;
  const steps = plan(challenge, request.challenged, decisionDay(request), answerRule(bundle).bank_holidays);
  const [from, to] = currentSteps(challenge, steps);
  return (
    <>
      <h2>{challenge.title}</h2>
      <p>{challenge.intro}</p>
      <ol class="bare stack">
        {steps.map((one, at) => (
          <li key={one.step.id}>
            <StepCard
              number={at + 1}
              planned={one}
              request={request.id}
              help={helpFor(one.step, challenge, request.id)}
              current={at >= from && at <= to}
            />
          </li>
        ))}
      </ol>
      <SourceNotes entry={challenge} />
    </>
  );
}

/** The steps whose turn it is: after the last that is done, and up to the letter while that is still to come. */
function currentSteps(challenge: Challenge, steps: PlannedStep[]): [number, number] {
  const first = steps.map(({ done }) => done !== null).lastIndexOf(true) + 1;
  const letter = steps.findIndex(({ step }) => step === protestOf(challenge)?.step);
  return [first, Math.max(first, letter)];
}

const ON_YOUR_SIDE = ["advocate", "advice"];

/** Where a step is made easier: a letter that is ready, or people who can help. */
function helpFor(step: ChallengeStep, challenge: Challenge, request: string): StepHelp | null {
  if (step.id === "ask-why")
    return { href: `/asks/${request}/letter/ask-why`, words: t("Letter to ask why") };
  const protest = protestOf(challenge);
  if (protest?.step === step)
    return { href: `/asks/${request}/letter/complaint`, words: protestTitle(protest.protest) };
  return ON_YOUR_SIDE.includes(step.id) ? { href: "/help", words: t("Find someone in Get help") } : null;
}

function WithoutSteps({ request }: { request: ShownRequest }) {
  return (
    <Note>
      <p>{t("The steps come when you have a signal. You can write the letters now.")}</p>
      <ButtonLink href={`/asks/${request.id}/letter/ask-why`}>{t("Letter to ask why")}</ButtonLink>
      <ButtonLink href={`/asks/${request.id}/letter/complaint`} look="quiet">
        {protestTitle("stage-1")}
      </ButtonLink>
    </Note>
  );
}
