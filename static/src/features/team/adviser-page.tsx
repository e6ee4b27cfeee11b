/** One adviser of the manager's team: when they are away and who covers, and handing all their young people over. */
import { useParams } from "wouter-preact";
import { t } from "../../i18n/index";
import { Empty, Loading } from "../../ui/empty";
import { Page } from "../../ui/page";
import { StaffGate } from "../caseload/gate";
import { AwayPart } from "../cover/away-part";
import { NeedsConnection } from "../cover/needs-connection";
import { HandOver } from "./hand-over";
import { useRoster } from "./roster";

export function TeamAdviser() {
  const { id = "" } = useParams<{ id: string }>();
  const { roster, failed, reload } = useRoster();
  const adviser = roster?.advisers.find((one) => one.id === id);
  return (
    <Page title={adviser?.name ?? t("Adviser")} back={{ href: "/team", words: t("Team") }} wide>
      <StaffGate only="manager">
        {!roster && (failed ? <NeedsConnection onRetry={reload} /> : <Loading />)}
        {roster && !adviser && <Gone />}
        {roster && adviser && (
          <div class="staff-two even">
            <div class="stack">
              <h2>{t("Away")}</h2>
              <AwayPart path={`/council/advisers/${id}/away`} name={adviser.name} />
            </div>
            <HandOver adviser={adviser} roster={roster} onDone={reload} />
          </div>
        )}
      </StaffGate>
    </Page>
  );
}

/** Also what is shown after an adviser has left. */
function Gone() {
  return (
    <Empty title={t("This adviser is not in your team now")}>
      <p>{t("They may have left. What they wrote stays with each young person.")}</p>
    </Empty>
  );
}
