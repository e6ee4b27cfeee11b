/** What there is to get: the person's own results when they did the check, else everything. */
import { useState } from "preact/hooks";
import { me } from "../../data/session";
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { check } from "../check/kept";
import { useMine } from "../check/mine";
import { RecordedStatus } from "../check/recorded";
import { MyList } from "./my-list";
import { RightsTabs } from "./rights-tabs";
import { WholeList } from "./whole-list";

export function MoneyList() {
  return (
    <Page title={t("My rights")} docTitle={t("Money – My rights")}>
      <RightsTabs current="money" />
      <WithBundle>{(bundle) => <Money bundle={bundle} />}</WithBundle>
    </Page>
  );
}

function Money({ bundle }: { bundle: Bundle }) {
  const mine = useMine(bundle);
  const [all, showAll] = useState(false);
  const young = me.value?.account.role === "young_person";
  return (
    <>
      {mine ? <MyList mine={mine} bundle={bundle} /> : <CheckCard />}
      {young && <RecordedStatus bundle={bundle} />}
      {young && (
        <LinkCard href="/asks">
          <b>{t("What I asked for")}</b>
        </LinkCard>
      )}
      {mine && (
        <Button look="quiet" onClick={() => showAll(!all)}>
          {all ? t("Hide the whole list") : t("Search the whole list")}
        </Button>
      )}
      {(!mine || all) && <WholeList entries={bundle.entitlements} />}
    </>
  );
}

/** The way to the check, for whoever has not finished it. */
function CheckCard() {
  const begun = check.value?.draft.birthday !== undefined;
  return (
    <Card labelledBy="check-card">
      <h2 id="check-card">{t("Which of these are for me?")}</h2>
      <p class="s soft">
        {begun
          ? t("You have started. Your answers are still on this phone.")
          : t("Answer about 5 questions. Your answers stay on this phone.")}
      </p>
      <ButtonLink href="/rights/check" small>
        {begun ? t("Go on with the check") : t("Find out")}
      </ButtonLink>
    </Card>
  );
}
