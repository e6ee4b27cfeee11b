/** Everything this person has asked for, newest first, and where each of it stands. */

import type { ShownRequest } from "../../data/asks-view";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { LinkCard } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { Tag, Tags } from "../../ui/tag";
import { type Asks, useAsks } from "./asks";
import { nowWords, stateLook, stateWords } from "./words";

export function AskList() {
  const asks = useAsks();
  return (
    <Page title={t("What I asked for")} back={{ href: "/rights", words: t("My rights") }}>
      {asks ? <List asks={asks} /> : <NoOne />}
    </Page>
  );
}

function List({ asks }: { asks: Asks }) {
  if (asks.requests.length === 0) {
    return (
      <Empty title={t("You have not asked for anything yet")}>
        <p>{t("Find something in My rights and tap “Ask”. You get a receipt with a number and a date.")}</p>
        <ButtonLink href="/rights">{t("See what I can get")}</ButtonLink>
      </Empty>
    );
  }
  return (
    <ul class="bare stack">
      {asks.requests.map((request) => (
        <li key={request.id}>
          <LinkCard href={`/asks/${request.id}`}>
            <b>{request.title}</b>
            <p class="s soft">{nowWords(request, asks.adviser)}</p>
            <StateTags request={request} />
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}

export function StateTags({ request }: { request: ShownRequest }) {
  return (
    <Tags>
      <Tag look={stateLook(request.state)}>{stateWords(request.state)}</Tag>
      {request.late && <Tag look="stop">{t("Late")}</Tag>}
      {(request.waiting || request.steps.some((step) => step.waiting)) && (
        <Tag look="wait">{t("Waiting for signal")}</Tag>
      )}
    </Tags>
  );
}

/** For somebody who has not signed in, and for staff, who have no requests of their own. */
function NoOne() {
  return (
    <Empty
      title={
        me.value ? t("Young people see here what they asked for") : t("Sign in to see what you asked for")
      }
    >
      {!me.value && <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>}
    </Empty>
  );
}
