/** Who looked: everybody who could see something of theirs, when and how. Reads what is kept on this phone. */
import { useState } from "preact/hooks";
import { me } from "../../data/session";
import { rows, storeReady } from "../../data/store";
import type { LookRow } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Empty, Loading } from "../../ui/empty";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { backToMe } from "../me/back";
import { byDay, type Looked, type LookedDay } from "./by-day";
import { NotSignedIn } from "./not-signed-in";

const DAYS_AT_ONCE = 14;
const HOUR_MS = 60 * 60 * 1000;

export function WhoLooked() {
  const space = me.value?.space;
  return (
    <Page title={t("Who looked")} back={backToMe()}>
      {space ? <Looks space={space} /> : <NotSignedIn />}
    </Page>
  );
}

function Looks({ space }: { space: string }) {
  const [shown, setShown] = useState(DAYS_AT_ONCE);
  const days = byDay(rows<LookRow>(space, "looks").value, localDay);
  if (!storeReady.value) return <Loading />;
  return (
    <>
      <p>
        {t("Everyone else who could see something of yours is written down here. Only you see this list.")}
      </p>
      <Meaning />
      {days.length === 0 && (
        <Empty title={t("Nobody has looked yet")}>
          <p>{t("When somebody does, it shows here.")}</p>
        </Empty>
      )}
      {days.slice(0, shown).map((day) => (
        <Day key={day.at} day={day} />
      ))}
      {days.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + DAYS_AT_ONCE)}>
          {t("Show earlier days")}
        </Button>
      )}
      <p class="s soft">{t("Is there a name that you do not expect? Ask your PA, or their manager.")}</p>
    </>
  );
}

function Meaning() {
  return (
    <Fold
      head={
        <>
          <b class="grow">{t("What the words mean")}</b>
          <Icon name="down" />
        </>
      }
    >
      <ul class="dots">
        <li>
          {t(
            "“Has a copy”: what was new came to their phone or computer by itself. It does not say that they read it.",
          )}
        </li>
        <li>{t("“Opened”: they opened your pages. If they had no signal, it shows here later.")}</li>
        <li>
          {t("“Read your messages”: a manager did, online. They must write down why, and you see it here.")}
        </li>
        <li>{t("Each is written down once in an hour, however often it was.")}</li>
      </ul>
    </Fold>
  );
}

function Day({ day }: { day: LookedDay }) {
  return (
    <section class="stack tight">
      <h2>{dayWords(day.at)}</h2>
      <Card>
        <ul class="lines">
          {day.looked.map((looked) => (
            <LookedLine key={looked.key} looked={looked} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function LookedLine({ looked }: { looked: Looked }) {
  const { by, role, kind, hours, reasons } = looked;
  return (
    <li>
      <p>
        <b>
          <bdi>{by}</bdi>
        </b>{" "}
        <span class="soft">· {roleWords(role)}</span>
      </p>
      <p>{kindWords(kind)}</p>
      {reasons.map((reason) => (
        <p key={reason}>
          {t("Why:")} <q dir="auto">{reason}</q>
        </p>
      ))}
      <p class="s soft">{hourWords(hours)}</p>
    </li>
  );
}

function roleWords(role: LookRow["role"]): string {
  switch (role) {
    case "adviser":
      return t("your PA");
    case "cover":
      return t("covering for your PA");
    case "manager":
      return t("a manager");
  }
}

function kindWords(kind: LookRow["kind"]): string {
  switch (kind) {
    case "copy":
      return t("Has a copy on a device");
    case "opened":
      return t("Opened your pages");
    case "manager":
      return t("Read your messages");
  }
}

/** Only the hours are known: from the start of the first to the end of the last. */
function hourWords(hours: readonly string[]): string {
  const first = formatDate(hours.at(-1) ?? "", "time");
  const last = formatDate(Date.parse(hours[0] ?? "") + HOUR_MS, "time");
  if (hours.length === 1) return t("Between {first} and {last}", { first, last });
  return t("Between {first} and {last}, more than once", { first, last });
}

const localDay = (moment: string) => new Date(moment).toDateString();

function dayWords(at: string): string {
  if (localDay(at) === new Date().toDateString()) return t("Today");
  const thisYear = new Date(at).getFullYear() === new Date().getFullYear();
  return formatDate(at, thisYear ? "day" : "long");
}
