/** Who sees what of a rating: in full before the first one, and behind a tap from then on. */
import { t } from "../../i18n/index";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";

export function WhoSees({ inFull }: { inFull: boolean }) {
  if (inFull) {
    return (
      <Note look="calm">
        <p class="strong">{t("Before you answer: who sees this")}</p>
        <Lines />
      </Note>
    );
  }
  return (
    <details>
      <summary>
        <span>{t("Who sees this?")}</span>
        <Icon name="down" />
      </summary>
      <div class="prose s">
        <Lines />
      </div>
    </details>
  );
}

function Lines() {
  return (
    <>
      <p>
        {t(
          "Nobody at your council sees what you said. They see numbers only when 5 or more people answered.",
        )}
      </p>
      <p>
        {t(
          "A manager may read your words without your name, and can share them after taking out what could name someone.",
        )}
      </p>
    </>
  );
}
