/** One request as the adviser sees it: what was asked, by when to answer, the answer, and what happened so far. */
import { Link, useParams } from "wouter-preact";
import type { ShownRequest, ShownStep } from "../../data/asks-view";
import type { Bundle } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Tag, Tags } from "../../ui/tag";
import { WithBundle } from "../../ui/with-bundle";
import { StaffGate } from "./gate";
import { passportOf } from "./people";
import { NotHere } from "./person";
import { AnswerPart } from "./request-answer";
import { dueLine, happened, stateTag } from "./request-words";
import type { Person } from "./rules";
import { useSeen } from "./seen";
import { SpendsPart } from "./spends";

export function RequestScreen() {
  const { space, id } = useParams<{ space: string; id: string }>();
  const passport = passportOf(space);
  if (!passport) return <NotHere space={space} />;
  const { person, requests } = passport;
  const request = requests.find((one) => one.id === id);
  return (
    <Page
      title={request?.title ?? t("We do not know this request")}
      back={{ href: `/people/${space}/rights`, words: person.name }}
      sub={request && <Asked person={person} request={request} />}
      wide
    >
      <StaffGate only="adviser">
        {request ? (
          <WithBundle>{(bundle) => <Body bundle={bundle} person={person} request={request} />}</WithBundle>
        ) : (
          <Empty title={t("The link may be old. Look in their requests.")} />
        )}
      </StaffGate>
    </Page>
  );
}

interface RequestProps {
  person: Person;
  request: ShownRequest;
}

function Asked({ person, request }: RequestProps) {
  return (
    <p>
      {t("{name} asked on {date} · number {number}", {
        name: person.name,
        date: formatDate(request.made_at, "long"),
        number: request.number,
      })}
    </p>
  );
}

function Body({ bundle, person, request }: RequestProps & { bundle: Bundle }) {
  useSeen(person.space, request);
  const tag = stateTag(request);
  const open = request.state === "asked" || request.state === "seen";
  return (
    <div class="staff-two">
      <div class="stack">
        <Card>
          <Tags>
            <Tag look={tag.look}>{tag.words}</Tag>
          </Tags>
          {open && <p class="strong">{dueLine(request)}</p>}
          <dl class="facts">
            <dt>{t("What they need")}</dt>
            <dd class="staff-note">{request.need}</dd>
            {request.note && <dt>{t("What else they say")}</dt>}
            {request.note && <dd class="staff-note">{request.note}</dd>}
          </dl>
          <WhatItIs bundle={bundle} id={request.entitlement} />
        </Card>
        <Latest request={request} />
        <AnswerPart person={person} request={request} />
      </div>
      <div class="stack">
        <History person={person} request={request} />
        <SpendsPart person={person} entitlement={request.entitlement} />
      </div>
    </div>
  );
}

function WhatItIs({ bundle, id }: { bundle: Bundle; id: string }) {
  const known = bundle.entitlements.some((entry) => entry.id === id);
  return known ? (
    <Link class="s" href={`/rights/money/${id}`}>
      {t("What the rules say about this")}
    </Link>
  ) : (
    <p class="s soft">{t("This is no longer in the list of rights. The request still counts.")}</p>
  );
}

/** The answer that counts now, said aloud when it appears. */
function Latest({ request: { state, steps } }: { request: ShownRequest }) {
  const last = steps.filter((step) => step.state === state && state !== "seen").at(-1);
  return (
    <div role="status">
      {last && (
        <Note look={state === "agreed" || state === "done" ? "go" : "calm"}>
          <p class="strong">
            {t("{what} on {date}", { what: happened(last), date: formatDate(last.at, "long") })}
          </p>
          {last.words && <p class="staff-note">{last.words}</p>}
          {last.waiting && <p>{t("It is safe on this device and sends by itself.")}</p>}
        </Note>
      )}
    </div>
  );
}

function History({ person, request }: RequestProps) {
  return (
    <>
      <h2>{t("What happened")}</h2>
      <Card>
        <ul class="lines s">
          {[...request.steps].reverse().map((step) => (
            <Happened key={step.id} step={step} />
          ))}
          <li>
            <b>{t("{name} asked", { name: person.name })}</b>
            <p class="meta">{formatDate(request.made_at, "long")}</p>
          </li>
        </ul>
      </Card>
    </>
  );
}

function Happened({ step }: { step: ShownStep }) {
  return (
    <li>
      <b>{happened(step)}</b>
      {step.words && <p class="staff-note">{step.words}</p>}
      <p class="meta">
        {step.waiting
          ? t("{date} · waits on this device", { date: formatDate(step.at, "long") })
          : formatDate(step.at, "long")}
      </p>
    </li>
  );
}
