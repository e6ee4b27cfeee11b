/** Finds the request that an address names, and says kindly when it is not on this phone. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import type { ShownRequest } from "../../data/asks-view";
import { refused } from "../../data/operations";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Empty, Loading } from "../../ui/empty";
import { Page } from "../../ui/page";
import { type Asks, useAsks } from "./asks";

/** Reading the rows from this phone takes a moment; only after it "not here" is true. */
const MOMENT_MS = 400;

interface WithRequestProps {
  children: (request: ShownRequest, asks: Asks) => ComponentChildren;
}

export function WithRequest({ children }: WithRequestProps) {
  const { id } = useParams<{ id: string }>();
  const asks = useAsks();
  const looked = useLooked();
  const request = asks?.requests.find((one) => one.id === id);
  if (asks && request) return <>{children(request, asks)}</>;
  const back = { href: "/asks", words: t("What I asked for") };
  if (!looked) {
    return (
      <Page title={t("One moment")} back={back}>
        <Loading />
      </Page>
    );
  }
  return (
    <Page title={t("This is not on this phone")} back={back}>
      <NotHere turnedDown={refused.value.some((one) => one.id === id)} />
    </Page>
  );
}

function useLooked(): boolean {
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(true), MOMENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return looked;
}

function NotHere({ turnedDown }: { turnedDown: boolean }) {
  if (turnedDown) {
    return (
      <Empty title={t("This could not be saved. Your words are still here.")}>
        <ButtonLink href="/me">{t("See why, and try again")}</ButtonLink>
      </Empty>
    );
  }
  if (!me.value) {
    return (
      <Empty title={t("Sign in to see what you asked for")}>
        <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>
      </Empty>
    );
  }
  return <Empty title={t("The link may be old, or what you asked is not fetched yet. Nothing is lost.")} />;
}
