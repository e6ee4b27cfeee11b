/** Ending a young person's account: what it means, once more "yes", and it is hidden and locked everywhere. */
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { request } from "../../data/api";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { Note } from "../../ui/note";
import { useAttempt, WaitLine } from "../people/attempt";

export function EndCard({ space, name }: { space: string; name: string }) {
  const [, go] = useLocation();
  const [sure, setSure] = useState(false);
  const ending = useAttempt(async () => {
    await request<void>("POST", `/people/young-people/${space}/end`);
    go("/team/ended");
  });
  return (
    <Card labelledBy="end">
      <h2 id="end">{t("End {name}’s account", { name })}</h2>
      <p>{t("It is hidden and locked on every device. The record is kept, and you can open it again.")}</p>
      {!sure && (
        <div class="row">
          <Button look="quiet" small onClick={() => setSure(true)}>
            {t("End the account")}
          </Button>
        </div>
      )}
      {sure && (
        <Note look="stop" live>
          <p class="strong">{t("{name} and their PA cannot get in from now on.", { name })}</p>
          <p>{t("What they did on a phone and did not send yet stays on that phone.")}</p>
          <ErrorSummary errors={ending.errors} title={t("The account is still open")} />
          <WaitLine seconds={ending.wait} />
          <div class="row wraps">
            <Button
              look="danger"
              small
              busy={ending.busy || ending.wait > 0}
              onClick={() => void ending.start()}
            >
              {t("Yes, end it")}
            </Button>
            <Button look="text" onClick={() => setSure(false)}>
              {t("Leave it as it is")}
            </Button>
          </div>
        </Note>
      )}
    </Card>
  );
}
