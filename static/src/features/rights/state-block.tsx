/** How somebody stands with one entitlement: whether they should get it, why, until when. */
import type { Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Glossed } from "../../ui/words-of-law";
import type { EntitlementResult } from "../check/rules/types";
import { type Own, stateReason, stateTitle } from "./state-words";

interface StateBlockProps {
  entry: Entitlement;
  result: EntitlementResult;
  own: Own;
}

export function StateBlock({ entry, result, own }: StateBlockProps) {
  const { state, until } = result;
  const reason = stateReason(entry, result, own);
  return (
    <div class={state === "now" ? "why" : "why wait"} role="status">
      <b>{stateTitle(entry, result)}</b>
      {reason && (
        <p class="s">
          <Glossed text={reason} />
        </p>
      )}
      {until && (
        <p class="s">{t("Until {date}, if nothing else changes.", { date: formatDate(until, "long") })}</p>
      )}
      {(state === "not" || state === "ended") && (
        <p class="s">{t("Think this is wrong? You can still ask, and an advocate can help you.")}</p>
      )}
    </div>
  );
}
