/**
 * One thing there is to get: how much, what for, who, how to ask, what to watch out for, and where we know it from. With a
 * check on this phone it says first how this person stands.
 */
import type { ComponentChildren } from "preact";
import { useParams } from "wouter-preact";
import { homeBundle } from "../../data/content";
import type { Bundle, Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { LinkCard } from "../../ui/card";
import { today } from "../../ui/dated";
import { Empty } from "../../ui/empty";
import { Icon } from "../../ui/icon";
import { Listen } from "../../ui/listen";
import { Page } from "../../ui/page";
import { Tag, Tags } from "../../ui/tag";
import { WithBundle } from "../../ui/with-bundle";
import { Glossed } from "../../ui/words-of-law";
import { entriesFor, type Mine, useMine } from "../check/mine";
import { Amounts } from "./all-amounts";
import { AskButtons } from "./ask-buttons";
import { Elsewhere } from "./elsewhere";
import { kindLook, kindMeaning, kindWords } from "./kinds";
import { MyAmounts } from "./my-amounts";
import { ownCodes } from "./results";
import { SaysNo } from "./says-no";
import { Settle } from "./settle";
import { SourceNotes } from "./source-notes";
import { StateBlock } from "./state-block";
import { statusList } from "./who";
import { WhoCan } from "./who-can";

export function MoneyItem() {
  const { id } = useParams<{ id: string }>();
  const back = { href: "/rights/money", words: t("Money") };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const entry = entriesFor(bundle, homeBundle.value).find((one) => one.id === id);
        return (
          <Page title={entry?.title ?? t("We do not know this one")} back={back}>
            {entry ? (
              <Entry entry={entry} bundle={bundle} />
            ) : (
              <Empty title={t("The link may be old. Look in the list.")} />
            )}
          </Page>
        );
      }}
    </WithBundle>
  );
}

function Entry({ entry, bundle }: { entry: Entitlement; bundle: Bundle }) {
  const mine = useMine(bundle);
  return (
    <>
      <Tags>
        <Tag look={kindLook(entry.kind)}>{kindWords(entry.kind)}</Tag>
      </Tags>
      {entry.also_called && entry.also_called.length > 0 && (
        <p class="s soft">{t("Also called: {names}", { names: entry.also_called.join(", ") })}</p>
      )}
      <Listen lang={bundle.lang} words={aloud(entry)} />
      <HowMuch entry={entry} bundle={bundle} mine={mine} />
      <p>
        <Glossed text={entry.summary} />
      </p>
      <p class="s soft">{kindMeaning(entry.kind)}</p>
      <Coming entry={entry} />
      {!mine && <WhoAll entry={entry} />}
      {entry.what_for && <Part title={t("What it is for")} words={entry.what_for} />}
      <Part title={t("How to ask")} words={entry.how_to_ask} />
      <AskButtons entry={entry} />
      <Part title={t("Who decides")} words={decidesWords(entry, bundle)} />
      {mine && (
        <Folded title={t("Who can get it")}>
          <WhoAll entry={entry} />
        </Folded>
      )}
      <Pitfalls entry={entry} />
      <SaysNo challenge={entry.challenge} />
      <SeeAlso ids={entry.see_also ?? []} bundle={bundle} />
      <SourceNotes entry={entry} links={entry.links} />
    </>
  );
}

/** What is read aloud: all that makes sense without its heading. */
function aloud({ title, summary, what_for, how_to_ask, pitfalls = [] }: Entitlement): (string | undefined)[] {
  return [title, summary, what_for, how_to_ask, ...pitfalls];
}

/** For this person, where the check says so; else what there is for anybody. */
function HowMuch({ entry, bundle, mine }: { entry: Entitlement; bundle: Bundle; mine: Mine | null }) {
  const result = mine?.of(entry.id);
  if (!mine || !result) {
    return (
      <>
        <Amounts entry={entry} />
        <Elsewhere entry={entry} bundle={bundle} />
        <ButtonLink href="/rights/check" look="quiet">
          {t("Is this for me?")}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <MyAmounts entry={entry} result={result} bundle={bundle} />
      <StateBlock entry={entry} result={result} own={ownCodes(mine)} />
      <Settle entry={entry} result={result} mine={mine} />
      {(entry.amounts?.length ?? 0) > result.amounts.length && (
        <Folded title={t("All figures")}>
          <Amounts entry={entry} />
        </Folded>
      )}
    </>
  );
}

function Folded({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details>
      <summary class="s">
        {title}
        <Icon name="down" />
      </summary>
      {children}
    </details>
  );
}

function WhoAll({ entry }: { entry: Entitlement }) {
  return (
    <>
      <WhoCan who={entry.who} />
      {entry.not_for && entry.not_for.length > 0 && (
        <p class="s">{t("Not for: {list}", { list: statusList(entry.not_for) })}</p>
      )}
    </>
  );
}

function Pitfalls({ entry }: { entry: Entitlement }) {
  if (!entry.pitfalls || entry.pitfalls.length === 0) return null;
  return (
    <>
      <h2>{t("Watch out for")}</h2>
      <ul class="dots">
        {entry.pitfalls.map((words) => (
          <li key={words}>
            <Glossed text={words} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Names the council where we know which one it is: the one that looks after a person, or the one they live in. */
function decidesWords(entry: Entitlement, bundle: Bundle): string {
  const council = entry.council === "home" ? (homeBundle.value ?? bundle).council : bundle.council;
  if (entry.council === "none" || council.state === "base") return entry.decides;
  return t("{who} ({council})", { who: entry.decides, council: council.name });
}

function Part({ title, words }: { title: string; words: string }) {
  return (
    <>
      <h2>{title}</h2>
      <p>
        <Glossed text={words} />
      </p>
    </>
  );
}

function Coming({ entry }: { entry: Entitlement }) {
  return (
    <>
      {entry.applies?.from && entry.applies.from > today() && (
        <p class="strong">{t("Starts on {date}.", { date: formatDate(entry.applies.from, "long") })}</p>
      )}
      {entry.applies?.to && (
        <p class="s">{t("Runs until {date}.", { date: formatDate(entry.applies.to, "long") })}</p>
      )}
      {entry.until_then && (
        <div class="why">
          <b>{t("Until then")}</b>
          <p class="s">{entry.until_then.text}</p>
        </div>
      )}
      {entry.future && (
        <div class="why wait">
          <b>{kindWords(entry.future.kind)}</b>
          <p class="s">{entry.future.text}</p>
        </div>
      )}
    </>
  );
}

function SeeAlso({ ids, bundle }: { ids: string[]; bundle: Bundle }) {
  const found = bundle.entitlements.filter((one) => ids.includes(one.id));
  if (found.length === 0) return null;
  return (
    <>
      <h2>{t("See also")}</h2>
      {found.map((one) => (
        <LinkCard key={one.id} href={`/rights/money/${one.id}`}>
          <b>{one.title}</b>
        </LinkCard>
      ))}
    </>
  );
}
