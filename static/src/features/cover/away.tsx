/** The adviser's own times away. */
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { StaffGate } from "../caseload/gate";
import { AwayPart } from "./away-part";
import { Told } from "./told";

export function MyAway() {
  return (
    <Page title={t("When I am away")} back={{ href: "/me", words: t("Me") }} wide>
      <StaffGate only="adviser">
        <p>{t("Plan it here, so that somebody always reads what young people write to you.")}</p>
        <div class="staff-two">
          <div class="stack">
            <AwayPart path="/me/away" name={null} />
          </div>
          <Told />
        </div>
      </StaffGate>
    </Page>
  );
}
