/** The first page of the check: what it is, how long it takes, and where the answers stay; later, the answers so far. */
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { check, fromBefore, settleFromBefore } from "./kept";
import { CheckAnswers } from "./my-answers";
import { QuestionWaits } from "./question-page";
import { WhereItStays } from "./where";

export function CheckStart() {
  const kept = check.value;
  if (!kept) return <QuestionWaits />;
  if (kept.draft.birthday) return <CheckAnswers kept={kept} />;
  return (
    <Page title={t("What can I get?")} back={{ href: "/rights/money", words: t("My rights") }}>
      {fromBefore.value && <FromBefore />}
      <p>
        {t(
          "Answer a few questions about your time in care. Then you see what you should get, why, and how to ask for it.",
        )}
      </p>
      <ul class="dots">
        <li>{t("It takes about 3 minutes. Most people get 4 to 6 questions.")}</li>
        <li>{t("You can say “Not sure” to anything, and go back at any time.")}</li>
        <li>{t("It also works without a signal.")}</li>
      </ul>
      <WhereItStays />
      <ButtonLink href="/rights/check/birthday">{t("Start")}</ButtonLink>
    </Page>
  );
}

function FromBefore() {
  return (
    <Note>
      <p>{t("Somebody did this check on this phone before you signed in. Was it you?")}</p>
      <div class="row wraps">
        <Button small onClick={() => void settleFromBefore(true)}>
          {t("Yes, use these answers")}
        </Button>
        <Button small look="quiet" onClick={() => void settleFromBefore(false)}>
          {t("No, delete them")}
        </Button>
      </div>
    </Note>
  );
}
