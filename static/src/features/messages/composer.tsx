/** Where a message is written. */
import { useState } from "preact/hooks";
import type { Side } from "../../data/messages-view";
import { queueOperation } from "../../data/operations";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";

export interface ComposerProps {
  space: string;
  side: Side;
}

export function Composer({ space }: ComposerProps) {
  const [body, setBody] = useState("");
  const send = async () => {
    if (body.trim() === "") return;
    await queueOperation(space, "message.send", { body, files: [], answers: null });
    setBody("");
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="hidden" for="message">
        {t("Your message")}
      </label>
      <textarea
        id="message"
        dir="auto"
        value={body}
        onInput={(event) => setBody(event.currentTarget.value)}
      />
      <Button type="submit">{t("Send")}</Button>
    </form>
  );
}
