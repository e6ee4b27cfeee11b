/** After leaving fast: nothing personal until the person has typed the pass phrase again. */
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { unlock } from "../../app/lock";
import { APP_NAME } from "../../app/name";
import { request } from "../../data/api";
import { me, restoreSession, signOut, startSession } from "../../data/session";
import type { Me } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Loading } from "../../ui/empty";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { PassPhraseField } from "../people/pass-phrase";
import { problemWords } from "../people/problems";

export function Locked() {
  const account = me.value?.account;
  useEffect(() => {
    // Signed out in another tab meanwhile, or the account is over: then there is nothing left to hide.
    void restoreSession().then(() => {
      if (!me.peek()) unlock();
    });
  }, [account?.id]);
  return (
    <Page title={t("Locked")} bar={APP_NAME}>
      {account ? <UnlockForm account={account} /> : <Loading />}
    </Page>
  );
}

function UnlockForm({ account }: { account: Me["account"] }) {
  const [, go] = useLocation();
  const [phrase, setPhrase] = useState("");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FormError[]>([]);
  const staff = account.role !== "young_person";

  const open = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const name = account.sign_in_name ?? account.email;
      const answer = await request<Me>("POST", "/auth/sign-in", {
        name,
        pass_phrase: phrase,
        ...(staff && { code }),
      });
      await startSession(answer);
      unlock();
    } catch (error) {
      setErrors([{ field: "phrase", words: problemWords(error) }]);
    }
    setBusy(false);
  };
  const leave = async () => {
    await signOut("keep");
    unlock();
    go("/", { replace: true });
  };
  return (
    <form class="stack" onSubmit={(event) => void open(event)} noValidate>
      <p>{t("Type your pass phrase to go on. What you saved is safe. Opening it needs a signal.")}</p>
      <ErrorSummary errors={errors} />
      <PassPhraseField id="phrase" value={phrase} onInput={setPhrase} />
      {staff && (
        <Field
          id="code"
          label={t("The 6 numbers from your code app")}
          value={code}
          onInput={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      )}
      <Button type="submit" busy={busy}>
        {t("Open")}
      </Button>
      <Button look="quiet" busy={busy} onClick={() => void leave()}>
        {t("Sign out on this phone")}
      </Button>
    </form>
  );
}
