/** The results of the check as a list: what to get now, what depends on one question, what comes, what is over. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { Bundle, Entitlement } from "../../data/types";
import { formatMoney, t, tn } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { LinkCard } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { TitledList } from "../../ui/titled-list";
import { useAsks } from "../asks/asks";
import { isStaff } from "../check/kept";
import type { Mine } from "../check/mine";
import { leftToAsk, leftWords, missingOf, sumsOf } from "./missing";
import { ResultCard } from "./result-card";
import { basedOn, resultGroups } from "./results";
import { stateTag } from "./state-words";

/** How many of a list show at first; of what somebody should get, more. */
const FEW = 4;
const MORE = 8;

export function MyList({ mine, bundle }: { mine: Mine; bundle: Bundle }) {
  const asks = useAsks();
  const groups = resultGroups(mine);
  const card = (entry: Entitlement) => (
    <ResultCard
      entry={entry}
      result={mine.of(entry.id)}
      dob={mine.input.answers.dob}
      asked={asks?.requests.find(({ entitlement }) => entitlement === entry.id) ?? null}
      canAsk={asks !== null}
    />
  );
  return (
    <>
      <BasedOn mine={mine} bundle={bundle} />
      <MissingCard mine={mine} requests={asks?.requests ?? []} />
      <ShortList title={t("You should get these now")} entries={groups.owed} few={MORE}>
        {card}
      </ShortList>
      <ShortList title={t("You may be able to get these now")} entries={groups.may}>
        {card}
      </ShortList>
      <ShortList title={t("Maybe: one question")} entries={groups.maybe}>
        {card}
      </ShortList>
      <ShortList title={t("Coming later")} entries={groups.later}>
        {card}
      </ShortList>
      <Rest entries={groups.rest} mine={mine} />
    </>
  );
}

interface ShortListProps {
  title: string;
  entries: Entitlement[];
  few?: number;
  children: (entry: Entitlement) => ComponentChildren;
}

/** The first few, and the rest on a tap: a long list hides what is in it. */
function ShortList({ title, entries, few = FEW, children }: ShortListProps) {
  const [all, showAll] = useState(false);
  const cut = !all && entries.length > few + 1;
  return (
    <>
      <TitledList title={title} entries={cut ? entries.slice(0, few) : entries}>
        {children}
      </TitledList>
      {cut && (
        <Button
          look="quiet"
          small
          onClick={() => showAll(true)}
          label={t("Show all {n}: {title}", { title, n: entries.length })}
        >
          {t("Show all {n}", { n: entries.length })}
        </Button>
      )}
    </>
  );
}

function BasedOn({ mine, bundle }: { mine: Mine; bundle: Bundle }) {
  return (
    <>
      <Note>
        <p>
          {t("Based on: {facts}.", { facts: basedOn(mine, bundle).join(" · ") })}{" "}
          <Link href="/rights/check">{t("Change my answers")}</Link>.{" "}
          {!isStaff() && t("They stay on this phone.")}
        </p>
        {mine.result.status.best_guess && (
          <p>
            {t("Your status is not sure yet, so much of this says “maybe”. You can still ask for all of it.")}{" "}
            <Link href="/help">{t("Find someone to help you")}</Link>
          </p>
        )}
        {mine.open && (
          <p class="strong">
            <Link href={`/rights/check/${mine.open}`}>{t("One more question has come up.")}</Link>
          </p>
        )}
      </Note>
      <div class="row wraps">
        <ButtonLink href="/rights/check/result" look="quiet" small>
          {t("My status")}
        </ButtonLink>
        <ButtonLink href="/rights/timeline" look="quiet" small>
          {t("My timeline")}
        </ButtonLink>
        <ButtonLink href="/rights/print" look="quiet" small>
          {t("Print")}
        </ButtonLink>
      </div>
    </>
  );
}

/** The money that may be missing, added up: what comes once apart from what comes every year. */
function MissingCard({ mine, requests }: { mine: Mine; requests: Parameters<typeof missingOf>[1] }) {
  const missing = missingOf(mine, requests);
  const { once, yearly } = sumsOf(missing);
  if (once + yearly === 0) return null;
  return (
    <section class="card" aria-label={t("You could be missing")}>
      <p class="s soft">{t("You could be missing")}</p>
      <div class="row wraps">
        <div class="grow">
          {once > 0 && <p class="money big">{formatMoney(once)}</p>}
          {yearly > 0 && (
            <p class="money">
              {once > 0 && <span class="words">{t("and")} </span>}
              {formatMoney(yearly)}
              <span class="words"> {t("a year")}</span>
            </p>
          )}
        </div>
        <span class="tag go">{leftWords(leftToAsk(missing, requests))}</span>
      </div>
    </section>
  );
}

function Rest({ entries, mine }: { entries: Entitlement[]; mine: Mine }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h2>{t("Ended, or probably not for you")}</h2>
      <Fold
        head={
          <>
            <span class="grow">
              <b>{tn("{n} thing: see why", "{n} things: see why", entries.length)}</b>
            </span>
            <Icon name="down" />
          </>
        }
      >
        {entries.map((entry) => {
          const result = mine.of(entry.id);
          const tag = result && stateTag(entry, result);
          return (
            <LinkCard key={entry.id} href={`/rights/money/${entry.id}`}>
              <b>{entry.title}</b>
              {tag && <p class="s soft">{tag}</p>}
            </LinkCard>
          );
        })}
      </Fold>
    </>
  );
}
