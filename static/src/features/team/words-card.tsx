/** One young person's words about a promise: change them, share them with everyone, or keep them back. */
import { useId, useState } from "preact/hooks";
import { request } from "../../data/api";
import { bundle } from "../../data/content";
import type { PledgeWords } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { useAttempt, WaitLine } from "../people/attempt";
import { findPromise } from "../pledge/promises";
import { seasonWords } from "../pledge/words";

/** The server's limit. */
const LONGEST = 500;

interface WordsCardProps {
  words: PledgeWords;
  /** They are public already. */
  shared?: boolean;
  /** `said` tells what was done, for the screen to say. */
  onDecided: (id: string, said: string) => Promise<void>;
}

export function WordsCard({
  words: { id, promise, season, text: wrote },
  shared = false,
  onDecided,
}: WordsCardProps) {
  const field = useId();
  const [text, setText] = useState(wrote);
  const deciding = useAttempt(async (publish: boolean) => {
    const changed = publish && text.trim() !== wrote;
    await request<void>("POST", "/council/pledge/words", {
      ...{ id, publish },
      ...(changed && { text: text.trim() }),
    });
    await onDecided(id, publish ? t("Shared with everyone.") : t("Not shared."));
  });
  const share = () => {
    if (text.trim()) void deciding.start(true);
    else
      deciding.show([{ field, words: t("Nothing is left to share. Write something, or do not share it.") }]);
  };
  const about = bundle.value && findPromise(bundle.value, promise)?.promise.text;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        share();
      }}
    >
      <div>
        <b>{about ?? t("A promise that the pledge no longer has")}</b>
        <p class="meta">{seasonWords(season)}</p>
      </div>
      <ErrorSummary errors={deciding.errors} title={t("Nothing was changed")} />
      <AreaField
        id={field}
        label={shared ? t("What everyone can read") : t("What they wrote")}
        hint={t("Change it here if something must come out.")}
        value={text}
        onInput={setText}
        error={deciding.errors.find((error) => error.field === field)?.words}
        maxLength={LONGEST}
      />
      <WaitLine seconds={deciding.wait} />
      <div class="row wraps">
        <Button type="submit" small busy={deciding.busy || (shared && text.trim() === wrote)}>
          {shared ? t("Save the change") : t("Share with everyone")}
        </Button>
        <Button look="quiet" small busy={deciding.busy} onClick={() => void deciding.start(false)}>
          {shared ? t("Take it away") : t("Do not share")}
        </Button>
      </div>
    </form>
  );
}
