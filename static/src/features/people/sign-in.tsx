/** Sign in: a name and a pass phrase, and for staff one more page for the code from their code app. */
import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { APP_NAME } from "../../app/name";
import { request } from "../../data/api";
import { me, sessionEnded, startSession } from "../../data/session";
import type { Me } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { type Attempt, useAttempt, WaitLine } from "./attempt";
import { guessDeviceName } from "./device-name";
import { PassPhraseField } from "./pass-phrase";
import { homeOf } from "./places";
import { isProblem } from "./problems";
import { SecondStep } from "./second-step";
import { SignedInAlready } from "./signed-in-already";

export function SignIn() {
  const known = me.value;
  const fresh = !known || sessionEnded.value;
  return (
    <Page title={t("Sign in")} bar={APP_NAME}>
      {fresh ? <SignInForm known={known} /> : <SignedInAlready />}
    </Page>
  );
}

type SignInAttempt = Attempt<[code: string | null]>;

function SignInForm({ known }: { known: Me | null }) {
  const [, go] = useLocation();
  const [name, setName] = useState(known?.account.sign_in_name ?? known?.account.email ?? "");
  const [phrase, setPhrase] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const attempt: SignInAttempt = useAttempt(async (code) => {
    const found = await request<Me>("POST", "/auth/sign-in", {
      name: name.trim(),
      pass_phrase: phrase,
      device_name: guessDeviceName(),
      ...(code === null ? {} : { code }),
    });
    await startSession(found);
    go(homeOf(found.account.role), { replace: true });
  });

  const trySignIn = async (code: string | null) => {
    const problem = await attempt.start(code);
    if (isProblem(problem, "second-factor-needed")) {
      attempt.clear();
      setNeedsCode(true);
    }
    // Told so beside a code, the pass phrase was changed meanwhile: only the first page can put that right.
    if (isProblem(problem, "wrong-sign-in")) setNeedsCode(false);
  };
  const back = () => {
    attempt.clear();
    setNeedsCode(false);
  };

  if (needsCode)
    return <SecondStep attempt={attempt} onCode={(code) => void trySignIn(code)} onBack={back} />;
  return (
    <>
      {known && (
        <Note look="calm">
          <p>
            {t("Your time signed in here has ended. Nothing is lost: what you did is safe on this device.")}
          </p>
        </Note>
      )}
      <FirstStep {...{ name, setName, phrase, setPhrase, attempt }} onDone={() => void trySignIn(null)} />
    </>
  );
}

interface FirstStepProps {
  name: string;
  setName: (name: string) => void;
  phrase: string;
  setPhrase: (phrase: string) => void;
  attempt: SignInAttempt;
  onDone: () => void;
}

function FirstStep({ name, setName, phrase, setPhrase, attempt, onDone }: FirstStepProps) {
  const missing: FormError[] = [];
  if (!name.trim()) missing.push({ field: "name", words: t("Write your sign-in name or email.") });
  if (!phrase) missing.push({ field: "phrase", words: t("Write your pass phrase.") });
  const submit = (event: Event) => {
    event.preventDefault();
    if (missing.length > 0) attempt.show(missing);
    else onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={attempt.errors} title={t("You are not signed in yet")} />
      <Field
        id="name"
        label={t("Sign-in name")}
        hint={t("Two words and two digits, like maple-otter-42. Staff: your email.")}
        value={name}
        onInput={setName}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PassPhraseField id="phrase" value={phrase} onInput={setPhrase} />
      <WaitLine seconds={attempt.wait} />
      <Button type="submit" busy={attempt.busy || attempt.wait > 0}>
        {attempt.busy ? t("Signing in…") : t("Sign in")}
      </Button>
      <div class="card s">
        <p class="strong">{t("Forgot it? Your PA can give you a new code.")}</p>
        <Link href="/join">{t("I have a code")}</Link>
      </div>
    </form>
  );
}
