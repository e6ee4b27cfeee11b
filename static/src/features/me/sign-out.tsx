/** Signing out. When changes wait on this phone, the person says what becomes of them. */
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { unlock } from "../../app/lock";
import { sendEverything } from "../../data/everything";
import { changes } from "../../data/operations";
import { me, type SignOutChoice, signOut, waitingCount } from "../../data/session";
import { t, tn } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { backToMe } from "./back";
import { begunMessage } from "./begun-message";

export function SignOut() {
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const [files, setFiles] = useState(false);
  const leave = async (choice: SignOutChoice) => {
    setBusy(true);
    const account = me.value?.account.id;
    setFiles(
      choice === "send" &&
        changes.value.some(({ body }) => Array.isArray(body.files) && body.files.length > 0),
    );
    // Files go apart from the sync, so signing out itself would not wait for them.
    if (choice === "send" && account) await sendEverything(account).catch(() => undefined);
    const gone = await signOut(choice).catch(() => false);
    setBusy(false);
    setFiles(false);
    setUnsent(!gone);
    if (!gone) return;
    unlock();
    go("/", { replace: true });
  };
  const waiting = waitingCount.value;
  const begun = useBegun();
  return (
    <Page title={t("Sign out")} back={backToMe()}>
      {unsent && (
        <Note look="stop" live>
          <p>
            {t(
              "Not everything could be sent, so you are still signed in. Nothing is lost. Try again with a signal, or keep it here.",
            )}
          </p>
        </Note>
      )}
      {files && (
        <Note live>
          <p>{t("Your files are being sent. This can take a minute. Please stay on this page.")}</p>
        </Note>
      )}
      {!me.value && <p>{t("Nobody is signed in on this phone.")}</p>}
      {begun !== null && <Begun space={begun} />}
      {me.value && waiting === 0 && (
        <SignOutNow all={begun === null} busy={busy} onLeave={() => void leave("keep")} />
      )}
      {me.value && waiting > 0 && (
        <Choose waiting={waiting} busy={busy} onLeave={(choice) => void leave(choice)} />
      )}
      <ButtonLink href="/me" look="text">
        {t("Go back")}
      </ButtonLink>
    </Page>
  );
}

/** The space in which a message was begun; null while that is not known, or when there is none. */
function useBegun(): string | null {
  const account = me.value?.account.id ?? null;
  const [begun, setBegun] = useState<string | null>(null);
  useEffect(() => {
    setBegun(null);
    // A phone whose storage is off keeps no draft either.
    if (account !== null) void begunMessage(account).then(setBegun, () => undefined);
  }, [account]);
  return begun;
}

function Begun({ space }: { space: string }) {
  return (
    <Note>
      <p>{t("You began a message that is not sent. If you sign out, you will lose it.")}</p>
      <ButtonLink small look="quiet" href={me.value?.space ? "/messages" : `/people/${space}/messages`}>
        {t("Go to the message")}
      </ButtonLink>
    </Note>
  );
}

interface NowProps {
  /** Nothing but what is sent was on this phone. */
  all: boolean;
  busy: boolean;
  onLeave: () => void;
}

function SignOutNow({ all, busy, onLeave }: NowProps) {
  return (
    <>
      <p>
        {all
          ? t("Everything is sent. What is yours will be removed from this phone and kept in your account.")
          : t("Everything else is sent, and is kept in your account.")}
      </p>
      <Button busy={busy} onClick={onLeave}>
        {t("Sign out")}
      </Button>
    </>
  );
}

interface ChooseProps {
  waiting: number;
  busy: boolean;
  onLeave: (choice: SignOutChoice) => void;
}

function Choose({ waiting, busy, onLeave }: ChooseProps) {
  return (
    <>
      <p>
        {tn(
          "{n} change has not been sent yet. What should happen to it?",
          "{n} changes have not been sent yet. What should happen to them?",
          waiting,
        )}
      </p>
      <Button busy={busy} onClick={() => onLeave("send")}>
        {t("Send, then sign out")}
      </Button>
      <Button look="quiet" busy={busy} onClick={() => onLeave("keep")}>
        {t("Keep for me, and sign out")}
      </Button>
      <p class="s soft">{t("Kept on this phone, hidden from others, until you sign in here again.")}</p>
      <Button look="danger" busy={busy} onClick={() => onLeave("discard")}>
        {t("Throw away, and sign out")}
      </Button>
    </>
  );
}
