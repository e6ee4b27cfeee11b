/** Ending one's own account: what happens and what does not, then the pass phrase. Unsent changes are never lost unasked. */
import { useState } from "preact/hooks";
import { unlock } from "../../app/lock";
import { request } from "../../data/api";
import { me, signOut, waitingCount } from "../../data/session";
import { syncNow } from "../../data/sync";
import { t, tn } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Switch } from "../../ui/field";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { backToMe } from "../me/back";
import { keptWords, someGoes } from "../messages/kept-words";
import { type Attempt, useAttempt, WaitLine } from "../people/attempt";
import { PassPhraseField } from "../people/pass-phrase";
import { isProblem } from "../people/problems";
import { NotSignedIn } from "./not-signed-in";

const FIELD = "pass-phrase";

export function EndAccount() {
  const [ended, setEnded] = useState(false);
  if (ended) return <Ended />;
  return (
    <Page title={t("End my account")} back={backToMe()}>
      {me.value?.space ? <BeforeTheEnd onEnded={() => setEnded(true)} /> : <NotSignedIn />}
    </Page>
  );
}

function Ended() {
  return (
    <Page title={t("Your account has ended")} bar={t("End my account")}>
      <p>
        {t(
          "Nobody can sign in to it now. What was yours is gone from this phone, and your council keeps the record.",
        )}
      </p>
      <p>{t("If you change your mind, ask your council to open it again.")}</p>
      <ButtonLink href="/">{t("Home")}</ButtonLink>
    </Page>
  );
}

function BeforeTheEnd({ onEnded }: { onEnded: () => void }) {
  const ending = useAttempt(end, wrongPhrase);
  const finish = async (phrase: string) => {
    if ((await ending.start(phrase)) === null) onEnded();
  };
  return (
    <>
      <WhatHappens />
      <ButtonLink href="/me/copy" look="quiet">
        {t("Get my copy of everything first")}
      </ButtonLink>
      <EndForm ending={ending} onEnd={(phrase) => void finish(phrase)} />
      <ButtonLink href="/me" look="text">
        {t("Go back")}
      </ButtonLink>
    </>
  );
}

/** The phone forgets only after the server has ended it: a pass phrase that was wrong changes nothing. */
async function end(phrase: string): Promise<void> {
  await request("POST", "/auth/me/end", { pass_phrase: phrase });
  await signOut("discard");
  unlock();
}

function wrongPhrase(error: unknown): FormError | null {
  if (!isProblem(error, "not-valid")) return null;
  return { field: FIELD, words: t("That is not your pass phrase. Nothing was changed.") };
}

function WhatHappens() {
  return (
    <div class="prose">
      <h2>{t("What happens")}</h2>
      <ul>
        <li>{t("It ends at once, on every phone. Nobody can sign in to it, and you cannot either.")}</li>
        <li>{t("Your PA no longer sees it, and nobody can write in it.")}</li>
        <li>{t("Everything of yours is removed from this phone.")}</li>
      </ul>
      <h2>{t("What does not")}</h2>
      <ul>
        <li>{t("Your rights stay the same, and so does your PA.")}</li>
        <li>
          {someGoes()
            ? `${t("Nothing is deleted at once. Your council keeps the record for a time.")} ${keptWords() ?? ""}`
            : t("Nothing is deleted. Your council keeps the record, by law at least until you are 75.")}
        </li>
        <li>{t("It is not for ever: your council can open it again, and then gives you a new code.")}</li>
        <li>
          {t(
            "You can ask your council to delete it. They may have to keep some of it by law, and must tell you why.",
          )}
        </li>
      </ul>
    </div>
  );
}

function EndForm({ ending, onEnd }: { ending: Attempt<[string]>; onEnd: (phrase: string) => void }) {
  const [phrase, setPhrase] = useState("");
  const [anyway, setAnyway] = useState(false);
  const waiting = waitingCount.value;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!phrase) return ending.show([{ field: FIELD, words: t("Type your pass phrase.") }]);
    if (!anyway) await syncNow();
    // What is thrown away is only what was seen and agreed to here.
    if (waitingCount.value === 0 || anyway) onEnd(phrase);
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={ending.errors} title={t("Your account has not ended")} />
      <PassPhraseField
        id={FIELD}
        value={phrase}
        onInput={setPhrase}
        error={ending.errors.find(({ field }) => field === FIELD)?.words ?? null}
        hint={t("So that nobody else can do this with your phone.")}
      />
      {waiting > 0 && (
        <Note look="stop" live>
          <p>
            {tn(
              "{n} change on this phone was not sent yet. If you end your account now, it is lost.",
              "{n} changes on this phone were not sent yet. If you end your account now, they are lost.",
              waiting,
            )}
          </p>
          <Switch label={t("End it all the same")} checked={anyway} onChange={setAnyway} />
        </Note>
      )}
      <WaitLine seconds={ending.wait} />
      <Button type="submit" look="danger" busy={ending.busy || ending.wait > 0}>
        {ending.busy ? t("One moment…") : t("End my account")}
      </Button>
    </form>
  );
}
