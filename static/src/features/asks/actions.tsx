/** What the young person can say about their own request: that they have got it, or no longer need it. */
import { useState } from "preact/hooks";
import type { ShownRequest } from "../../data/asks-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Note } from "../../ui/note";
import { SaveTrouble, useSave } from "../passport/save";

type Ending = "request.received" | "request.withdraw";

/** Both endings are seen by the PA and cannot be taken back, so each is asked for twice. */
export function Actions({ request }: { request: ShownRequest }) {
  const { save, trouble } = useSave();
  const [sure, setSure] = useState<Ending | null>(null);
  if (request.state === "done" || request.state === "withdrawn") return null;
  if (sure) {
    return (
      <Note live>
        <p class="strong">
          {sure === "request.received" ? t("Have you really got it?") : t("Do you really not need it now?")}
        </p>
        <p>{t("Your PA will see it. If it was a mistake, you can ask again.")}</p>
        <div class="row wraps">
          <Button
            small
            onClick={() => {
              save(sure, { request: request.id });
              setSure(null);
            }}
          >
            {sure === "request.received" ? t("Yes, I have got it") : t("Yes, I do not need it")}
          </Button>
          <Button look="quiet" small onClick={() => setSure(null)}>
            {t("Not yet")}
          </Button>
        </div>
      </Note>
    );
  }
  return (
    <div class="row wraps">
      <Button
        look={request.state === "agreed" ? "main" : "quiet"}
        small={request.state !== "agreed"}
        onClick={() => setSure("request.received")}
      >
        {t("I have got it")}
      </Button>
      <Button look="quiet" small onClick={() => setSure("request.withdraw")}>
        {t("I no longer need this")}
      </Button>
      <SaveTrouble trouble={trouble} />
    </div>
  );
}
