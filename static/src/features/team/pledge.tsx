/** What a manager does about the pledge: reads words, tells what was done, keeps versions for the board. Needs a connection. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { request } from "../../data/api";
import { me } from "../../data/session";
import type { PledgeResults } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Failed, Loading } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Tabs } from "../../ui/tabs";
import { WithBundle } from "../../ui/with-bundle";
import { StaffGate } from "../caseload/gate";
import { Boards } from "./pledge-boards";
import { DidEditor } from "./pledge-did";
import { WordsDesk } from "./pledge-words";

export function TeamPledge() {
  const { part } = useParams<{ part?: string }>();
  return (
    <Page title={t("The pledge")} back={{ href: "/team", words: t("Team") }} wide>
      <StaffGate only="manager">
        <Tabs
          label={t("Parts of the pledge")}
          current={part ? `/team/pledge/${part}` : "/team/pledge"}
          tabs={[
            { href: "/team/pledge", words: t("Words to read") },
            { href: "/team/pledge/did", words: t("You said, we did") },
            { href: "/team/pledge/boards", words: t("For the board") },
          ]}
        />
        <Part part={part} />
      </StaffGate>
    </Page>
  );
}

function Part({ part }: { part: string | undefined }) {
  const loaded = usePublished(me.value?.account.council ?? "");
  switch (part) {
    case "did":
      return (
        <WithAnswer loaded={loaded}>
          {(results) => (
            <WithBundle>
              {(bundle) => <DidEditor did={results.did} bundle={bundle} onChange={loaded.reload} />}
            </WithBundle>
          )}
        </WithAnswer>
      );
    case "boards":
      return (
        <WithAnswer loaded={loaded}>
          {(results) => <Boards results={results} onChange={loaded.reload} />}
        </WithAnswer>
      );
    default:
      return (
        <WithAnswer loaded={loaded}>
          {(results) => <WordsDesk published={results.words} onChange={loaded.reload} />}
        </WithAnswer>
      );
  }
}

interface Loaded {
  results: PledgeResults | null;
  failed: boolean;
  /** Asks the server again; what is on the screen stays until the answer is there. */
  reload: () => Promise<void>;
}

/** Not the copy that phones keep: whoever changes something must see it as it is now. */
function usePublished(council: string): Loaded {
  const [results, setResults] = useState<PledgeResults | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = async () => {
    setFailed(false);
    try {
      setResults(await request<PledgeResults>("GET", `/councils/${council}/pledge/results`));
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void reload(), [council]);
  return { results, failed, reload };
}

function WithAnswer({
  loaded: { results, failed, reload },
  children,
}: {
  loaded: Loaded;
  children: (results: PledgeResults) => ComponentChildren;
}) {
  if (!results) {
    if (!failed) return <Loading />;
    return (
      <Failed onRetry={() => void reload()}>
        <p>{t("This screen needs a connection: it is not kept on this device. Nothing is lost.")}</p>
      </Failed>
    );
  }
  return (
    <>
      {failed && (
        <Note live>
          <p>{t("We could not load the newest list. What you see may be a little old.")}</p>
          <Button small look="quiet" onClick={() => void reload()}>
            {t("Try again")}
          </Button>
        </Note>
      )}
      {children(results)}
    </>
  );
}
