/**
 * The private address at which one's own calendar reads the dates. It is made by the server, shown once and kept nowhere
 * on this phone: whoever has it can read the dates without signing in.
 */
import { useEffect, useState } from "preact/hooks";
import { request } from "../../data/api";
import { me } from "../../data/session";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Failed, Loading } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { isProblem, problemWords } from "../people/problems";
import { Address } from "./calendar-address";
import { CalendarChoice, type Naming } from "./calendar-choice";
import { NoOne } from "./list";
import { londonWall } from "./london";

interface Feed {
  on: boolean;
  neutral: boolean;
  made_at: string | null;
}

export function CalendarScreen() {
  const role = me.value?.account.role;
  // An adviser's dates stand with each young person: there is no list of them to go back to.
  const back = role === "adviser" ? { href: "/me", words: t("Me") } : { href: "/dates", words: t("Dates") };
  return (
    <Page title={t("Dates in my calendar")} back={back}>
      {role === "young_person" || role === "adviser" ? <Feeding /> : <NoOne />}
    </Page>
  );
}

function Feeding() {
  const [feed, setFeed] = useState<Feed | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const load = () => {
    setTrouble(null);
    request<Feed>("GET", "/me/calendar").then(setFeed, setTrouble);
  };
  useEffect(load, []);
  return (
    <>
      <p>{t("Your phone’s own calendar can show your dates by itself, and keep up when one moves.")}</p>
      {feed ? (
        <Settings feed={feed} onChange={setFeed} />
      ) : trouble ? (
        <Failed onRetry={load}>
          <p>{troubleWords(trouble)}</p>
        </Failed>
      ) : (
        <Loading />
      )}
    </>
  );
}

function Settings({ feed, onChange }: { feed: Feed; onChange: (feed: Feed) => void }) {
  const [naming, setNaming] = useState<Naming>(feed.on && !feed.neutral ? "full" : "neutral");
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const doing = (work: Promise<unknown>) => {
    setBusy(true);
    setTrouble(null);
    work.catch(setTrouble).finally(() => setBusy(false));
  };
  const make = () => {
    const neutral = naming === "neutral";
    return request<{ url: string }>("POST", "/me/calendar", { neutral }).then((made) => {
      setUrl(made.url);
      onChange({ on: true, neutral, made_at: new Date().toISOString() });
    });
  };
  const end = () =>
    request<void>("DELETE", "/me/calendar").then(() => {
      setUrl(null);
      onChange({ on: false, neutral: naming === "neutral", made_at: null });
    });
  return (
    <>
      <Stands feed={feed} />
      {url && <Address url={url} />}
      <CalendarChoice value={naming} onChange={setNaming} />
      <WhoCouldSee naming={naming} />
      {trouble !== null && (
        <Note look="stop" live>
          <p>{troubleWords(trouble)}</p>
        </Note>
      )}
      <Button look={url ? "quiet" : "main"} busy={busy} onClick={() => doing(make())}>
        {feed.on ? t("Make a new address") : t("Make my private address")}
      </Button>
      {feed.on && (
        <>
          <p class="meta">{t("The old address stops at once. Add the new one to your calendar again.")}</p>
          <Button look="danger" busy={busy} onClick={() => doing(end())}>
            {t("Turn it off")}
          </Button>
          <p class="meta">{t("Then no calendar can read your dates any more. Your dates here stay.")}</p>
        </>
      )}
    </>
  );
}

function Stands({ feed: { on, neutral, made_at } }: { feed: Feed }) {
  return (
    <Note look={on ? "go" : "calm"} live>
      <p class="strong">{on ? t("It is on") : t("It is off")}</p>
      {on && made_at && (
        <p class="s">
          {t("Made on {date}.", { date: formatDate(londonWall(made_at).day, "long") })}{" "}
          {neutral
            ? t("Your calendar shows “Appointment” for every date.")
            : t("Your calendar shows what each date is, and where.")}
        </p>
      )}
    </Note>
  );
}

function WhoCouldSee({ naming }: { naming: Naming }) {
  return (
    <Card labelledBy="who-could-see">
      <h2 id="who-could-see">{t("Who could see this")}</h2>
      <ul class="dots">
        <li>{t("Anybody who has the address can read your dates. Do not send it to people.")}</li>
        <li>{t("Anybody who sees your calendar sees them too: family who share it, or your work.")}</li>
        <li>{t("The company that makes your calendar, like Google or Apple, keeps a copy.")}</li>
        <li>
          {naming === "neutral"
            ? t("They see “Appointment” and the day and time. Not what it is, not where, not with whom.")
            : fullWords()}
        </li>
      </ul>
    </Card>
  );
}

function fullWords(): string {
  return me.value?.account.role === "young_person"
    ? t("They see what each date is, the day and time, and where. Your own dates too.")
    : t("They see what each date is, the day and time, and where. Never whose date it is.");
}

function troubleWords(error: unknown): string {
  if (isProblem(error, "offline"))
    return t(
      "This needs a signal, and there is none just now. Nothing was changed. Your dates here work without one.",
    );
  return problemWords(error);
}
