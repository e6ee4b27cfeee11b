/** Sharing the results of the check with the personal adviser, and taking that back. The answers are never shared. */
import { pending } from "../../data/operations";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type { ProfileRow, SharedCheckRow, SharedResult } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { SaveTrouble, useSave } from "../passport/save";
import type { Mine } from "./mine";
import { sharedNow } from "./with-council";

export function ShareResult({ mine }: { mine: Mine }) {
  const space = me.value?.space;
  const { save, trouble } = useSave();
  if (!space) return null;
  const waiting = pending.value.filter((operation) => operation.space === space);
  const shared = sharedNow(rows<SharedCheckRow>(space, "shared_checks").value, waiting);
  const adviser = rows<ProfileRow>(space, "profile").value[0]?.adviser?.name ?? t("your council’s duty team");
  const share = () => save("check.share", { result: toShare(mine) });
  return (
    <Card labelledBy="share">
      <h2 id="share">{t("Share my result")}</h2>
      <p class="s">
        {t("{name} then sees your status and what you should get. Your answers are never shared.", {
          name: adviser,
        })}
      </p>
      {shared && (
        <p class="s strong" role="status">
          {shared.waiting
            ? t("Shared. Waiting for signal.")
            : t("Shared: your result of {date}.", { date: formatDate(shared.made_on, "long") })}
        </p>
      )}
      <div class="row wraps">
        <Button small look={shared ? "quiet" : "main"} onClick={share}>
          {shared ? t("Share today’s result") : t("Share with {name}", { name: adviser })}
        </Button>
        {shared && (
          <Button small look="quiet" onClick={() => save("check.share", { result: null })}>
            {t("Stop sharing")}
          </Button>
        )}
      </div>
      <SaveTrouble trouble={trouble} />
    </Card>
  );
}

/** The status and how each entitlement came out, without any reason: reasons would give answers away. */
export function toShare({ result, input }: Pick<Mine, "result" | "input">): SharedResult {
  return {
    status: result.status,
    entitlements: result.entitlements.map(({ id, state, on, until }) => ({ id, state, on, until })),
    made_on: input.today,
  };
}
