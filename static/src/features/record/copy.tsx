/** My copy of everything: asked for, made on the server, fetched once. Needs a connection, and says so. */
import { me } from "../../data/session";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Failed, Loading } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { backToMe } from "../me/back";
import type { Copy } from "./copies";
import { FetchCopy, useFetched } from "./fetch-copy";
import { NotSignedIn } from "./not-signed-in";
import { ThreadCard } from "./thread-card";
import { type Copies, useCopies } from "./use-copies";

export function MyCopy() {
  return (
    <Page title={t("My copy of everything")} back={backToMe()}>
      {me.value?.space ? <Everything /> : <NotSignedIn />}
    </Page>
  );
}

function Everything() {
  const known = useCopies();
  return (
    <>
      <p>
        {t(
          "You can have a copy of everything that is kept about you here: messages, pictures, passport, dates, requests and who looked.",
        )}
      </p>
      <Card labelledBy="copy">
        <h2 id="copy">{t("All of it, in one file")}</h2>
        <Inside known={known} />
      </Card>
      <ThreadCard />
    </>
  );
}

function Inside({ known }: { known: Copies }) {
  const { all, problem, load } = known;
  const fetched = useFetched(load);
  if (!all) {
    if (!problem) return <Loading />;
    return (
      <Failed onRetry={() => void load()}>
        <p>{problem}</p>
      </Failed>
    );
  }
  return (
    <>
      {problem && (
        <Note look="stop" live>
          <p>{problem}</p>
        </Note>
      )}
      {/* Stands while the file is here, whatever the server says of it by now. */}
      {(fetched.url || all[0]?.state === "ready") && <FetchCopy copy={all[0]} fetched={fetched} />}
      {fetched.lost && (
        <Note look="stop" live>
          <p>{fetched.lost}</p>
        </Note>
      )}
      <Asking copy={all[0]} known={known} here={fetched.url !== null} />
    </>
  );
}

function Asking({ copy, known, here }: { copy: Copy | undefined; known: Copies; here: boolean }) {
  if (copy?.state === "waiting") {
    return (
      <Note look="calm" live>
        <p>{t("Your copy is being made. This can take some minutes.")}</p>
        <p>{t("You can leave this page. We tell you when it is ready.")}</p>
      </Note>
    );
  }
  const words = copy ? t("Ask for a new copy") : t("Ask for my copy");
  return (
    <>
      {!here && <LastOne copy={copy} />}
      <Button look={copy ? "quiet" : "main"} busy={known.busy} onClick={() => void known.ask()}>
        {words}
      </Button>
      {copy?.state === "ready" && (
        <p class="s soft">{t("A new copy has what is new by then. The one that is ready goes away.")}</p>
      )}
    </>
  );
}

function LastOne({ copy }: { copy: Copy | undefined }) {
  if (!copy)
    return <p class="s soft">{t("It is ready some minutes after you ask, and waits 7 days for you.")}</p>;
  const date = formatDate(copy.asked_at, "long");
  if (copy.state === "fetched")
    return <p class="s soft">{t("The copy that you asked for on {date} was fetched.", { date })}</p>;
  if (copy.state === "gone")
    return <p class="s soft">{t("The copy that you asked for on {date} is not here any more.", { date })}</p>;
  return null;
}
