/** A manager's team: the duty list on top, then the advisers and the young people with each. */
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { today } from "../../ui/dated";
import { Empty, Failed, Loading } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { StaffGate } from "../caseload/gate";
import { councilName } from "../people/council";
import { AdviserCard } from "./adviser";
import { DutyCard } from "./duty-card";
import { InviteAdviser } from "./invite";
import { ParkedPart } from "./parked";
import { PeopleLines } from "./people-lines";
import { type Loaded, type Roster, useRoster, withAdviser } from "./roster";
import { UnreadNote } from "./unread-note";
import { bySpace, mostPressing, useWaitingRequests } from "./waiting";

export function Team() {
  const council = me.value?.account.council;
  return (
    <Page
      title={t("Team")}
      bar={me.value?.account.name ?? t("Staff")}
      sub={council && councilName(council)}
      wide
    >
      <StaffGate only="manager">
        <Body />
      </StaffGate>
    </Page>
  );
}

function Body() {
  const loaded = useRoster();
  if (!loaded.roster) return loaded.failed ? <NotLoaded onRetry={() => void loaded.reload()} /> : <Loading />;
  return (
    <>
      {loaded.failed && <OldCopy onRetry={() => void loaded.reload()} />}
      <UnreadNote roster={loaded.roster} />
      <div class="staff-two">
        <div class="stack">
          <DutyList roster={loaded.roster} loaded={loaded} />
          <Advisers roster={loaded.roster} loaded={loaded} />
        </div>
        <div class="stack">
          <DutyCard />
          <LinkCard href="/team/pledge">
            <b>{t("The pledge")}</b>
            <p class="s soft">{t("Words to read, what you did about it, and versions for the board.")}</p>
          </LinkCard>
          <InviteAdviser onDone={loaded.reload} />
          <LinkCard href="/team/ended">
            <b>{t("Accounts that have ended")}</b>
            <p class="s soft">{t("Their records: keep, open again or erase.")}</p>
          </LinkCard>
          <ParkedPart />
        </div>
      </div>
    </>
  );
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  return (
    <Failed onRetry={onRetry}>
      <p>{t("This screen needs a connection: it is not kept on this device. Nothing is lost.")}</p>
    </Failed>
  );
}

function OldCopy({ onRetry }: { onRetry: () => void }) {
  return (
    <Note live>
      <p>{t("We could not load the newest list. What you see may be a little old.")}</p>
      <Button small look="quiet" onClick={onRetry}>
        {t("Try again")}
      </Button>
    </Note>
  );
}

interface PartProps {
  roster: Roster;
  loaded: Loaded;
}

function DutyList({ roster, loaded }: PartProps) {
  const asked = useWaitingRequests();
  const waits = bySpace(asked.requests ?? [], today());
  const waiting = mostPressing(withAdviser(roster, null), waits);
  return (
    <>
      <h2>{t("Duty list ({n})", { n: waiting.length })}</h2>
      <p class="s soft">{t("Young people who have no PA now. Give each of them one.")}</p>
      {asked.failed && waiting.length > 0 && <RequestsMissing onRetry={() => void asked.reload()} />}
      {waiting.length === 0 ? (
        <p class="strong">{t("Everyone has a PA.")}</p>
      ) : (
        <Card>
          <PeopleLines people={waiting} roster={roster} onMoved={loaded.reload} waits={waits} />
        </Card>
      )}
    </>
  );
}

function RequestsMissing({ onRetry }: { onRetry: () => void }) {
  return (
    <Note live>
      <p>
        {t(
          "We could not load what they asked for. The requests are safe. Try again when you have a connection.",
        )}
      </p>
      <div class="row">
        <Button small look="quiet" onClick={onRetry}>
          {t("Try again")}
        </Button>
      </div>
    </Note>
  );
}

function Advisers({ roster, loaded }: PartProps) {
  const advisers = [...roster.advisers].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <h2>{t("Personal advisers ({n})", { n: advisers.length })}</h2>
      {advisers.length === 0 && (
        <Empty title={t("No advisers yet")}>
          <p>{t("Invite the first one. They get a code from you.")}</p>
        </Empty>
      )}
      <ul class="bare stack">
        {advisers.map((adviser) => (
          <li key={adviser.id}>
            <AdviserCard adviser={adviser} roster={roster} onMoved={loaded.reload} />
          </li>
        ))}
      </ul>
    </>
  );
}
