/** Finds the date that an address names, and says kindly when it is not on this phone. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import type { ShownDate } from "../../data/dates-view";
import { refused } from "../../data/operations";
import { me } from "../../data/session";
import { syncState } from "../../data/sync";
import { t } from "../../i18n/index";
import { Empty, Loading } from "../../ui/empty";
import { Page } from "../../ui/page";
import { type Dates, useDates } from "./dates";
import { NoOne } from "./list";
import { RefusedNotes } from "./refused";

/** Reading the rows from this phone takes a moment; only after it "not here" is true. */
const MOMENT_MS = 400;

interface WithDateProps {
  children: (date: ShownDate, dates: Dates) => ComponentChildren;
}

export function WithDate({ children }: WithDateProps) {
  const { id } = useParams<{ id: string }>();
  const dates = useDates();
  const looked = useLooked();
  const date = dates?.all.find((one) => one.id === id);
  if (dates && date) return <>{children(date, dates)}</>;
  const back = { href: "/dates", words: t("Dates") };
  if (!looked) {
    return (
      <Page title={t("One moment")} back={back}>
        <Loading />
      </Page>
    );
  }
  return (
    <Page title={t("This is not on this phone")} back={back}>
      <RefusedNotes about={id} />
      <NotHere turnedDown={refused.value.some((one) => one.id === id)} />
    </Page>
  );
}

/** False until the rows of this phone have been read, and while new ones are on their way: a notification may come first. */
export function useLooked(): boolean {
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(true), MOMENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return looked && syncState.value.phase !== "sending";
}

function NotHere({ turnedDown }: { turnedDown: boolean }) {
  if (turnedDown) return null;
  if (!me.value) return <NoOne />;
  return <Empty title={t("The link may be old, or this date is not fetched yet. Nothing is lost.")} />;
}
