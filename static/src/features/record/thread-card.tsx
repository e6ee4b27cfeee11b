/** The record of the conversation alone. The server makes it: links, so that the browser prints or saves it as it does. */
import { t } from "../../i18n/index";
import { Card } from "../../ui/card";

const RECORD = "/api/v1/me/thread";

export function ThreadCard() {
  return (
    <Card labelledBy="thread">
      <h2 id="thread">{t("Only my messages")}</h2>
      <p>
        {t(
          "Your conversation with its times. Each message has a check code that shows if a letter of it was changed later.",
        )}
      </p>
      <a class="btn quiet" href={RECORD} target="_blank" rel="noopener">
        {t("Read or print it")}
      </a>
      <a class="btn quiet" href={`${RECORD}?as=json`} download="messages.json">
        {t("Save it for a computer (JSON)")}
      </a>
      <p class="s soft">{t("Both need a connection.")}</p>
    </Card>
  );
}
