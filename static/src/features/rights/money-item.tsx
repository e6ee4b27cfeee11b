/** One thing there is to get: how much, what for, who, how to ask, what to watch out for, and where we know it from. */
import { useParams } from "wouter-preact";
import { homeBundle } from "../../data/content";
import type { Amount, Bundle, Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { timeline, today } from "../../ui/dated";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { Tag, Tags } from "../../ui/tag";
import { WithBundle } from "../../ui/with-bundle";
import { figureWords } from "./amounts";
import { Elsewhere } from "./elsewhere";
import { AmountFigure } from "./figure";
import { kindLook, kindMeaning, kindWords } from "./kinds";
import { SaysNo } from "./says-no";
import { SourceNotes } from "./source-notes";
import { statusList } from "./who";
import { WhoCan } from "./who-can";

export function MoneyItem() {
  const { id } = useParams<{ id: string }>();
  const back = { href: "/rights/money", words: t("Money") };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const entry = bundle.entitlements.find((one) => one.id === id);
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
  return (
    <>
      <Tags>
        <Tag look={kindLook(entry.kind)}>{kindWords(entry.kind)}</Tag>
      </Tags>
      {entry.also_called && entry.also_called.length > 0 && (
        <p class="s soft">{t("Also called: {names}", { names: entry.also_called.join(", ") })}</p>
      )}
      {entry.amounts?.map((amount) => (
        <OneAmount key={amount.id} amount={amount} />
      ))}
      <Elsewhere entry={entry} bundle={bundle} />
      <p>{entry.summary}</p>
      <p class="s soft">{kindMeaning(entry.kind)}</p>
      <Coming entry={entry} />
      <WhoCan who={entry.who} />
      {entry.not_for && entry.not_for.length > 0 && (
        <p class="s">{t("Not for: {list}", { list: statusList(entry.not_for) })}</p>
      )}
      {entry.what_for && <Part title={t("What it is for")} words={entry.what_for} />}
      <Part title={t("How to ask")} words={entry.how_to_ask} />
      <Part title={t("Who decides")} words={decidesWords(entry, bundle)} />
      {entry.pitfalls && entry.pitfalls.length > 0 && (
        <>
          <h2>{t("Watch out for")}</h2>
          <ul class="dots">
            {entry.pitfalls.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      <SaysNo />
      <SeeAlso ids={entry.see_also ?? []} bundle={bundle} />
      <SourceNotes entry={entry} links={entry.links} />
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
      <p>{words}</p>
    </>
  );
}

function OneAmount({ amount }: { amount: Amount }) {
  const { now, before, next } = timeline(amount.values, today());
  return (
    <div class="stack tight">
      {amount.label && <p class="s strong">{amount.label}</p>}
      {now && now.value !== null && <AmountFigure amount={amount} value={now.value} big />}
      {now && now.value === null && (
        <p class="strong">{t("This ended on {date}.", { date: formatDate(now.from, "long") })}</p>
      )}
      {now && before && before.value !== null && (
        <p class="meta">
          {t("Before {date}: {figure}", {
            date: formatDate(now.from, "month"),
            figure: figureWords(amount, before.value),
          })}
        </p>
      )}
      {next && next.value !== null && (
        <p class="meta">
          {t("From {date}: {figure}", {
            date: formatDate(next.from, "long"),
            figure: figureWords(amount, next.value),
          })}
        </p>
      )}
      {next && next.value === null && (
        <p class="meta">{t("Ends on {date}", { date: formatDate(next.from, "long") })}</p>
      )}
      {amount.who && <WhoCan who={amount.who} short />}
      {amount.note && <p class="meta">{amount.note}</p>}
    </div>
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
