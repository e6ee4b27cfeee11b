/** Accounts that have ended, while their records are kept: take the record, open again, or erase for good. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Empty, Loading } from "../../ui/empty";
import { ErrorSummary } from "../../ui/error-summary";
import { Fold } from "../../ui/fold";
import { Page } from "../../ui/page";
import { StaffGate } from "../caseload/gate";
import { useAnswer } from "../cover/loaded";
import { NeedsConnection, OldAnswer } from "../cover/needs-connection";
import { useAttempt, WaitLine } from "../people/attempt";
import { EraseForm } from "./erase-form";
import { LookCard } from "./look-card";

interface Ended {
  space: string;
  name: string;
  ended_at: string;
}

interface EndedAnswer {
  ended: Ended[];
}

export function TeamEnded() {
  return (
    <Page title={t("Accounts that have ended")} back={{ href: "/team", words: t("Team") }} wide>
      <StaffGate only="manager">
        <Body />
      </StaffGate>
    </Page>
  );
}

function Body() {
  const { value, failed, reload } = useAnswer<EndedAnswer>("/council/ended");
  const [done, setDone] = useState("");
  if (!value) return failed ? <NeedsConnection onRetry={reload} /> : <Loading />;
  return (
    <>
      {failed && <OldAnswer onRetry={reload} />}
      <p role="status" class="strong">
        {done}
      </p>
      {value.ended.length === 0 ? (
        <Empty title={t("No account has ended")} />
      ) : (
        <p>{t("Nobody can get into these. Their records are kept for as long as your council says.")}</p>
      )}
      <ul class="bare stack">
        {value.ended.map((one) => (
          <li key={one.space}>
            <EndedCard
              ended={one}
              onDone={async (words) => {
                setDone(words);
                await reload();
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface EndedCardProps {
  ended: Ended;
  /** With words that say what was done. */
  onDone: (words: string) => Promise<void>;
}

function EndedCard({ ended, onDone }: EndedCardProps) {
  return (
    <Fold
      head={
        <span class="grow">
          <b>{ended.name}</b>
          <span class="s soft staff-line">
            {t("Ended {date}", { date: formatDate(ended.ended_at, "long") })}
          </span>
        </span>
      }
    >
      <LookCard space={ended.space} name={ended.name} />
      <OpenAgain ended={ended} onDone={onDone} />
      <EraseForm ended={ended} onDone={onDone} />
    </Fold>
  );
}

function OpenAgain({ ended, onDone }: EndedCardProps) {
  const opening = useAttempt(async () => {
    await request<void>("POST", `/people/young-people/${ended.space}/open-again`);
    await onDone(t("The account of {name} is open again.", { name: ended.name }));
  });
  return (
    <div class="stack tight">
      <p>
        {t("Opened again, {name} stands on the duty list, and needs a new code to get in.", {
          name: ended.name,
        })}
      </p>
      <ErrorSummary errors={opening.errors} title={t("Nothing was changed")} />
      <WaitLine seconds={opening.wait} />
      <div class="row">
        <Button
          small
          look="quiet"
          busy={opening.busy || opening.wait > 0}
          onClick={() => void opening.start()}
        >
          {t("Open the account again")}
        </Button>
      </div>
    </div>
  );
}
