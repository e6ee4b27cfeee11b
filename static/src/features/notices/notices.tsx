/** How we remind you: notifications on this phone, and the settings of the account. */
import { useEffect, useState } from "preact/hooks";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Failed, Loading } from "../../ui/empty";
import { Page } from "../../ui/page";
import { WaysIn } from "../../ui/ways-in";
import { backToMe } from "../me/back";
import { isProblem, problemWords } from "../people/problems";
import { type Prefs, readPrefs, type Ways } from "./prefs";
import { PrefsForm } from "./prefs-form";
import { PushCard } from "./push-card";

export function NoticesScreen() {
  return (
    <Page title={t("How we remind you")} back={backToMe()}>
      {me.value ? (
        <>
          <PushCard />
          <Settings staff={me.value.account.role !== "young_person"} />
        </>
      ) : (
        <WaysIn words={t("Sign in to choose how we remind you.")} />
      )}
    </Page>
  );
}

function Settings({ staff }: { staff: boolean }) {
  const [found, setFound] = useState<{ prefs: Prefs; ways: Ways } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const load = () => {
    setProblem(null);
    readPrefs().then(setFound, (error) =>
      setProblem(
        isProblem(error, "offline")
          ? t("You need signal to see or change the rest. Your reminders go on as you set them.")
          : problemWords(error),
      ),
    );
  };
  useEffect(load, []);
  if (found) return <PrefsForm start={found.prefs} ways={found.ways} staff={staff} />;
  return problem ? (
    <Failed onRetry={load}>
      <p>{problem}</p>
    </Failed>
  ) : (
    <Loading />
  );
}
