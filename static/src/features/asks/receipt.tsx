/** The receipt of one request: its number and date, what was asked, what happened since, and what can be done now. */
import { Link } from "wouter-preact";
import type { ShownRequest } from "../../data/asks-view";
import { bundle } from "../../data/content";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Bar } from "../../ui/ring";
import { Actions } from "./actions";
import { type Asks, entryOf } from "./asks";
import { StateTags } from "./list";
import { WithRequest } from "./with-request";
import { countdown, standing, stepWords } from "./words";

export function Receipt() {
  return (
    <WithRequest>
      {(request, asks) => (
        <Page
          title={request.title}
          docTitle={t("What I asked for")}
          back={{ href: "/asks", words: t("What I asked for") }}
        >
          <Standing request={request} asks={asks} />
          <Answer request={request} />
          <Actions request={request} />
          <Asked request={request} />
          <History request={request} />
          <More request={request} />
        </Page>
      )}
    </WithRequest>
  );
}

const STAGES = 3;

/** Asked, seen, answered: how far it is. */
function stage({ state }: ShownRequest): number {
  if (state === "asked") return 1;
  return state === "seen" ? 2 : STAGES;
}

function Standing({ request, asks }: { request: ShownRequest; asks: Asks }) {
  const open = stage(request) < STAGES;
  return (
    <Card>
      <StateTags request={request} />
      <p class="s soft">{standing(request, asks.adviser)}</p>
      <Bar done={stage(request)} of={STAGES} label={null} />
      {open && (
        <p class="s">
          {request.late
            ? t("An answer was due by {date} ({when})", dueOn(request))
            : t("Answer due by {date} ({when})", dueOn(request))}
        </p>
      )}
      {request.waiting && (
        <p class="s">{t("It is safe on this phone. It goes by itself when there is a signal.")}</p>
      )}
    </Card>
  );
}

const dueOn = ({ due }: ShownRequest) => ({ date: formatDate(due, "day"), when: countdown(due) });

/** Why it was refused, or that nobody answered in time: with the way on standing first. */
function Answer({ request }: { request: ShownRequest }) {
  const refusal = request.steps.filter((step) => step.state === "refused").at(-1);
  if (request.state === "refused" && refusal) {
    return (
      <Note look="stop">
        <p class="strong">{t("Why they said no")}</p>
        <p>{refusal.words}</p>
        <p>
          {t("You do not have to leave it there. You can ask why, get someone on your side, or complain.")}
        </p>
        <ButtonLink href={`/asks/${request.id}/next`}>{t("What I can do next")}</ButtonLink>
      </Note>
    );
  }
  if (!request.late) return null;
  return (
    <Note look="stop">
      <p class="strong">{t("The answer is late")}</p>
      <p>{t("That is not your fault. You can ask why, get someone on your side, or complain.")}</p>
      <ButtonLink href={`/asks/${request.id}/next`}>{t("What I can do next")}</ButtonLink>
    </Note>
  );
}

function Asked({ request }: { request: ShownRequest }) {
  return (
    <>
      <h2>{t("Receipt")}</h2>
      <dl class="facts">
        <dt>{t("Number")}</dt>
        <dd>
          <bdi class="strong">{request.number}</bdi>
        </dd>
        <dt>{t("Asked on")}</dt>
        <dd>
          {t("{date}, {time}", {
            date: formatDate(request.made_at, "long"),
            time: formatDate(request.made_at, "time"),
          })}
        </dd>
        <dt>{t("What you need")}</dt>
        <dd class="own-words">{request.need}</dd>
        {request.note && (
          <>
            <dt>{t("What else you wrote")}</dt>
            <dd class="own-words">{request.note}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function History({ request }: { request: ShownRequest }) {
  const newestFirst = [...request.steps].reverse();
  return (
    <>
      <h2>{t("What happened so far")}</h2>
      <ul class="lines s">
        {newestFirst.map((step) => (
          <li key={step.id}>
            <b>{stepWords(step)}</b>
            {step.words && <p class="own-words">{step.words}</p>}
            <p class="meta">{dateWords(step.at, step.waiting)}</p>
          </li>
        ))}
        <li>
          <b>{t("You asked")}</b>
          <p class="meta">{dateWords(request.made_at, request.waiting)}</p>
        </li>
      </ul>
    </>
  );
}

function dateWords(at: string, waiting: boolean): string {
  const date = formatDate(at, "long");
  return waiting ? t("{date} · saved on this phone, not sent yet", { date }) : date;
}

function More({ request }: { request: ShownRequest }) {
  const entry = entryOf(bundle.value, request.entitlement);
  const over = request.state === "done" || request.state === "withdrawn";
  const prominent = request.late || request.state === "refused";
  return (
    <>
      <h2>{t("More")}</h2>
      <Card>
        <ul class="lines">
          {!prominent && !over && (
            <Line href={`/asks/${request.id}/next`} words={t("If they say no or do not answer")} />
          )}
          <Line href={`/asks/${request.id}/letter/ask-why`} words={t("A letter to ask why")} />
          <Line href={`/asks/spent/${request.entitlement}`} words={t("Write down what I spent")} />
          {entry && <Line href={`/rights/money/${entry.id}`} words={t("Read about it in My rights")} />}
          {entry && over && <Line href={`/asks/new/${entry.id}`} words={t("Ask again")} />}
        </ul>
      </Card>
      {!entry && (
        <p class="s soft">{t("My rights no longer lists this. What you asked is kept all the same.")}</p>
      )}
    </>
  );
}

function Line({ href, words }: { href: string; words: string }) {
  return (
    <li>
      <Link class="line" href={href}>
        <span class="grow">{words}</span>
        <Icon name="next" turns />
      </Link>
    </li>
  );
}
