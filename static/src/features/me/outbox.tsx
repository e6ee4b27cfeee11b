/** What this phone still has to send, and what the server turned down and why. Nothing here is ever dropped silently. */
import { bundle } from "../../data/content";
import { changes, refused } from "../../data/operations";
import { discardRefused, retryRefused } from "../../data/refused";
import { syncNow } from "../../data/sync";
import type { OperationKind, RefusedOperation } from "../../data/types";
import { formatDate, t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ServerWords } from "../../ui/server-words";
import { dateKindWords } from "../dates/kind-words";
import { reminderKindWords } from "../remind/kind-words";

export function Outbox() {
  return (
    <>
      {refused.value.length > 0 && <Refused />}
      {changes.value.length > 0 && <Waiting />}
    </>
  );
}

function Waiting() {
  const { length } = changes.value;
  return (
    <Card labelledBy="waiting">
      <h2 id="waiting">{tn("{n} change waits to be sent", "{n} changes wait to be sent", length)}</h2>
      <p class="s soft">{t("They are safe on this phone. They go by themselves when there is a signal.")}</p>
      <ul class="lines s">
        {changes.value.map(({ id, kind, body, made_at }) => (
          <li key={id}>{what(kind, body, made_at)}</li>
        ))}
      </ul>
      <Button look="quiet" small onClick={() => void syncNow()}>
        {t("Send now")}
      </Button>
    </Card>
  );
}

function Refused() {
  return (
    <Card labelledBy="refused">
      <h2 id="refused">{t("These could not be saved")}</h2>
      <ul class="lines">
        {refused.value.map((operation) => (
          <RefusedLine key={operation.id} operation={operation} />
        ))}
      </ul>
    </Card>
  );
}

function RefusedLine({ operation }: { operation: RefusedOperation }) {
  const { id, kind, body, made_at, problem, space } = operation;
  return (
    <li class="stack tight">
      <b class="s">{what(kind, body, made_at)}</b>
      <p class="s">
        {space === null ? t("You can no longer write here.") : <ServerWords detail={problem?.detail} />}
      </p>
      <div class="row wraps">
        {space !== null && (
          <Button small onClick={() => void retryRefused(id)}>
            {t("Try again")}
          </Button>
        )}
        <Button look="danger" small onClick={() => void discardRefused(id)}>
          {t("Throw it away")}
        </Button>
      </div>
    </li>
  );
}

/** One change in words: what it was, about what, and when. */
function what(kind: OperationKind, body: Record<string, unknown> | null, made: string): string {
  const about = body && aboutWords(body);
  const words = kindWords(kind);
  const date = formatDate(made, "short");
  return about
    ? t("{what}: {about} ({date})", { what: words, about, date })
    : t("{what} ({date})", { what: words, date });
}

function kindWords(kind: OperationKind): string {
  switch (kind) {
    case "passport.mark":
      return t("A mark");
    case "passport.note":
      return t("A note");
    case "passport.paper":
      return t("A paper");
    case "passport.sign_off":
      return t("A sign-off");
    case "passport.sign_off_withdraw":
      return t("A sign-off taken back");
    case "status.record":
      return t("A legal status");
    case "status.disagree":
      return t("What you think of your legal status");
    case "check.share":
      return t("Your results, to share or to stop sharing");
    case "request.make":
      return t("Something you asked for");
    case "request.step":
      return t("An answer to a request");
    case "request.received":
      return t("That you have got what you asked for");
    case "request.withdraw":
      return t("That you no longer need what you asked for");
    case "request.challenge":
      return t("A day you wrote down");
    case "spend.put":
      return t("Something you spent");
    case "spend.remove":
      return t("Something taken off your spending list");
    case "pledge.rate":
      return t("What you said of a promise");
    case "message.send":
      return t("A message");
    case "message.withdraw":
      return t("A message to take back");
    case "message.seen":
    case "space.opened":
      return t("That you have read your messages");
    case "message.mark":
      return t("What you made of a message");
    case "reminder.make":
    case "reminder.cancel":
    case "reminder.seen":
      return reminderKindWords(kind);
    default:
      return dateKindWords(kind);
  }
}

/** What a change is about: a skill, a paper, a promise, what was asked for, or what was bought. */
function aboutWords({ skill, paper, promise, title, what }: Record<string, unknown>): string | null {
  if (promise) return promiseText(String(promise));
  return nameOf(String(skill ?? paper ?? "")) ?? (title || what ? String(title ?? what) : null);
}

function promiseText(id: string): string | null {
  const promises = bundle.value?.pledge?.areas.flatMap((area) => area.promises) ?? [];
  return promises.find((promise) => promise.id === id)?.text ?? null;
}

function nameOf(id: string): string | null {
  const passport = bundle.value?.passport;
  const skills = passport?.areas.flatMap((area) => area.skills) ?? [];
  return (
    skills.find((skill) => skill.id === id)?.can ??
    passport?.papers.find((paper) => paper.id === id)?.title ??
    null
  );
}
