/** The letters that belong to a request: to ask why, and to complain. */
import { useParams } from "wouter-preact";
import type { ShownRequest } from "../../data/asks-view";
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { today } from "../../ui/dated";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { answerRule, contentNow, entryOf } from "./asks";
import { challengeOf, protestOf } from "./challenge";
import { askWhyLetter, protestLetter } from "./letter";
import { LetterPage } from "./letter-page";
import { WithRequest } from "./with-request";
import { protestTitle } from "./words";

export function AskLetter() {
  const { id, kind } = useParams<{ id: string; kind: string }>();
  const back = { href: `/asks/${id}`, words: t("Receipt") };
  return (
    <WithRequest>
      {(request) => (
        <WithBundle frame={back}>
          {(bundle) => {
            if (kind === "ask-why") return <AskWhy request={request} bundle={bundle} back={back} />;
            if (kind === "complaint") return <Complaint request={request} bundle={bundle} />;
            return (
              <Page title={t("We do not know this letter")} back={back}>
                <Empty title={t("The link may be old. Go back and choose a letter.")} />
              </Page>
            );
          }}
        </WithBundle>
      )}
    </WithRequest>
  );
}

interface KindProps {
  request: ShownRequest;
  bundle: Bundle;
}

function AskWhy({ request, bundle, back }: KindProps & { back: { href: string; words: string } }) {
  return (
    <LetterPage
      title={t("Letter to ask why")}
      back={back}
      write={() => askWhyLetter(named(request, bundle), aboutOf(bundle, request.entitlement))}
    />
  );
}

function Complaint({ request, bundle }: KindProps) {
  const challenge = challengeOf(bundle, request);
  const protest = challenge ? (protestOf(challenge)?.protest ?? "complaint") : "stage-1";
  const answer = challenge?.steps.find((step) => step.counted_from === "complaint");
  return (
    <LetterPage
      title={protestTitle(protest)}
      back={{ href: `/asks/${request.id}/next`, words: t("What next") }}
      write={() =>
        protestLetter(
          named(request, bundle),
          aboutOf(bundle, request.entitlement),
          protest,
          answer?.within ?? null,
        )
      }
    />
  );
}

/** The request as the letter calls it: by its title in the letter's language. */
function named(request: ShownRequest, bundle: Bundle): ShownRequest {
  const content = contentNow(bundle);
  const title = content === bundle ? null : entryOf(content, request.entitlement)?.title;
  return { ...request, title: title ?? request.title };
}

function aboutOf(shown: Bundle, entitlement: string) {
  const bundle = contentNow(shown);
  return {
    bundle,
    entry: entryOf(bundle, entitlement),
    answerDays: answerRule(bundle).answer_days,
    today: today(),
  };
}
