/** Notifications on this phone: what they are, whether they are on, and what to do about it. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { Tag } from "../../ui/tag";
import { problemWords } from "../people/problems";
import { lookAtPush, type PushState, push, turnOff, turnOn } from "./push";
import { unblockWords } from "./unblock";

export function PushCard() {
  useEffect(() => {
    const look = () => void lookAtPush();
    look();
    // They may have been to the browser's settings and back.
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  const state = push.value;
  return (
    <Card labelledBy="push">
      <div class="row heading">
        <h2 id="push" class="grow">
          {t("Notifications on this phone")}
        </h2>
        {state && <StateTag state={state} />}
      </div>
      {state && <Inside state={state} />}
    </Card>
  );
}

function StateTag({ state }: { state: PushState }) {
  switch (state) {
    case "on":
      return <Tag look="go">{t("On")}</Tag>;
    case "blocked":
      return <Tag look="stop">{t("Blocked")}</Tag>;
    case "none":
      return <Tag>{t("Not on this browser")}</Tag>;
    case "install":
      return <Tag>{t("Install first")}</Tag>;
    case "off":
      return <Tag>{t("Off")}</Tag>;
  }
}

function Inside({ state }: { state: PushState }) {
  switch (state) {
    case "on":
      return <On />;
    case "off":
      return <Off />;
    case "blocked":
      return <Blocked />;
    case "install":
      return <Install />;
    case "none":
      return (
        <p>
          {t(
            "This browser cannot show reminders when the app is closed. Try Chrome, Firefox or Edge on this phone. You can also choose a text or an email below.",
          )}
        </p>
      );
  }
}

function On() {
  return (
    <Trying words={t("Turn off on this phone")} look="quiet" work={turnOff}>
      <p>{t("Reminders come to this phone, even when the app is closed.")}</p>
    </Trying>
  );
}

function Off() {
  return (
    <Trying words={t("Turn on")} work={turnOn}>
      <ul class="dots">
        <li>{t("Reminders come even when the app is closed.")}</li>
        <li>{t("A locked screen shows only “You have a reminder”. No names, and not what it is about.")}</li>
        <li>{t("You can turn them off here at any time.")}</li>
      </ul>
      <p class="s soft">{t("Your phone will ask if that is OK. Tap “Allow”.")}</p>
    </Trying>
  );
}

function Blocked() {
  return (
    <>
      <p>{t("This browser was told not to show notifications from here. Only you can change that:")}</p>
      <ol class="dots">
        {unblockWords(navigator.userAgent).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="s soft">{t("Then come back to this page.")}</p>
    </>
  );
}

function Install() {
  return (
    <>
      <p>{t("An iPhone or iPad shows reminders only from an app on its Home Screen.")}</p>
      <ol class="dots">
        <li>
          {t("Open this page in Safari and tap Share")} <Icon name="share" />
        </li>
        <li>{t("Tap “Add to Home Screen”")}</li>
        <li>{t("Open it from there, sign in, and come back to this page.")}</li>
      </ol>
    </>
  );
}

interface TryingProps {
  words: string;
  look?: "quiet";
  work: () => Promise<PushState>;
  children: ComponentChildren;
}

/** A button that needs the network and the browser's yes, and says when it did not work. */
function Trying({ words, look, work, children }: TryingProps) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const go = () => {
    setBusy(true);
    setTrouble(null);
    work()
      .catch((error) => setTrouble(troubleWords(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      {children}
      {trouble && (
        <Note look="stop" live>
          <p>{trouble}</p>
        </Note>
      )}
      <div>
        <Button look={look} busy={busy} onClick={go}>
          {words}
        </Button>
      </div>
    </>
  );
}

/** A browser that cannot reach its own push service throws an error of the DOM, with words for programmers. */
function troubleWords(error: unknown): string {
  return error instanceof DOMException
    ? t(
        "This phone could not reach the service that brings notifications. Nothing was changed. Try again when you have signal.",
      )
    : problemWords(error);
}
