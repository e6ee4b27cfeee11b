/** One adviser: how many young people they support, who these are, and a new start for a lost code app. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { t, tn } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { ErrorSummary } from "../../ui/error-summary";
import { Fold } from "../../ui/fold";
import { Tag } from "../../ui/tag";
import { useAttempt, WaitLine } from "../people/attempt";
import { CodeCard } from "../people/code-card";
import type { NewCode } from "../people/invitation";
import { PeopleLines } from "./people-lines";
import { type Adviser, type Roster, withAdviser } from "./roster";

interface AdviserCardProps {
  adviser: Adviser;
  roster: Roster;
  onMoved: () => Promise<void>;
}

export function AdviserCard({ adviser, roster, onMoved }: AdviserCardProps) {
  const { name, email, young_people: n } = adviser;
  const theirs = withAdviser(roster, adviser.id);
  return (
    <Fold
      head={
        <>
          <span class="grow">
            <b>{name}</b>
            <span class="s soft staff-line">
              <bdi>{email}</bdi>
            </span>
          </span>
          <Tag look={adviser.state === "invited" ? "wait" : "plain"}>
            {adviser.state === "invited"
              ? t("Not joined yet")
              : tn("{n} young person", "{n} young people", n, { n })}
          </Tag>
        </>
      }
    >
      {theirs.length === 0 ? (
        <p class="soft">{t("No young people with {name} now.", { name })}</p>
      ) : (
        <PeopleLines people={theirs} roster={roster} onMoved={onMoved} />
      )}
      <div class="row wraps">
        <ButtonLink href={`/team/adviser/${adviser.id}`} look="quiet" small>
          {t("Away, or hand over")}
        </ButtonLink>
      </div>
      <LostCodeApp adviser={adviser} />
    </Fold>
  );
}

function LostCodeApp({ adviser: { id, name, state } }: { adviser: Adviser }) {
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<NewCode | null>(null);
  const making = useAttempt(async () => {
    setMade(await request<NewCode>("POST", `/people/advisers/${id}/second-factor`));
    setAsking(false);
  });
  if (made) return <CodeCard made={made} name={name} />;
  const invited = state === "invited";
  if (!asking)
    return (
      <Button look="quiet" small onClick={() => setAsking(true)}>
        {invited ? t("Make a new code for {name}", { name }) : t("{name} lost the code app", { name })}
      </Button>
    );
  return (
    <div class="note">
      <p class="strong">{t("Check it is really them first")}</p>
      <p>
        {t(
          "See {name} yourself, or call the number you know. Making the code signs them out everywhere at once. With it they pick a pass phrase and set up a code app again.",
          { name },
        )}
      </p>
      <ErrorSummary errors={making.errors} title={t("No code was made")} />
      <WaitLine seconds={making.wait} />
      <div class="row wraps">
        <Button small busy={making.busy || making.wait > 0} onClick={() => void making.start()}>
          {t("It is really them: make a code")}
        </Button>
        <Button look="text" onClick={() => setAsking(false)}>
          {t("Not now")}
        </Button>
      </div>
    </div>
  );
}
