/** What was spent of one thing, item by item, beside what there is to spend. */
import { useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { type ShownSpend, spentInAll } from "../../data/asks-view";
import { bundle } from "../../data/content";
import { me } from "../../data/session";
import type { Amount, Entitlement } from "../../data/types";
import { formatDate, formatMoney, t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { timeline, today } from "../../ui/dated";
import { Empty } from "../../ui/empty";
import { Money } from "../../ui/money";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Bar } from "../../ui/ring";
import { Tag } from "../../ui/tag";
import { SaveTrouble, useSave } from "../passport/save";
import { boundWords } from "../rights/amounts";
import { type Asks, entryOf, useAsks } from "./asks";
import { SpendForm } from "./spend-form";

export function Spent() {
  const { entitlement } = useParams<{ entitlement: string }>();
  const asks = useAsks();
  const entry = entryOf(bundle.value, entitlement);
  const asked = asks?.requests.find((one) => one.entitlement === entitlement);
  return (
    <Page
      title={t("What I spent")}
      back={{ href: entry ? `/rights/money/${entitlement}` : "/asks", words: t("Back") }}
      sub={entry?.title ?? asked?.title}
    >
      {asks ? <Record entitlement={entitlement} entry={entry} asks={asks} /> : <NoOne />}
    </Page>
  );
}

function NoOne() {
  return (
    <Empty title={me.value ? t("Young people keep this list themselves") : t("Sign in to keep a list here")}>
      {!me.value && <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>}
    </Empty>
  );
}

/** A price by the hour or the week is nothing that is spent bit by bit. */
const WHOLE: readonly (Amount["per"] | undefined)[] = ["once", "year", null, undefined];

/** The money there is: the first amount that comes in one sum and has a value today. */
function targetOf(entry: Entitlement | null): { pence: number; amount: Amount } | null {
  for (const amount of entry?.amounts ?? []) {
    const value = timeline(amount.values, today()).now?.value;
    if (amount.unit === "pence" && WHOLE.includes(amount.per) && typeof value === "number" && value > 0)
      return { pence: value, amount };
  }
  return null;
}

interface RecordProps {
  entitlement: string;
  entry: Entitlement | null;
  asks: Asks;
}

function Record({ entitlement, entry, asks }: RecordProps) {
  const spends = asks.spends(entitlement);
  return (
    <>
      <InAll spends={spends} entry={entry} />
      <p class="meta">
        <b>{t("Who can see this")}</b>{" "}
        {asks.adviser
          ? t("You and {name}, and whoever covers for {name}.", { name: asks.adviser })
          : t("You and your council’s duty team.")}
      </p>
      <Items entitlement={entitlement} spends={spends} />
      <SpendForm entitlement={entitlement} />
    </>
  );
}

function InAll({ spends, entry }: { spends: ShownSpend[]; entry: Entitlement | null }) {
  const spent = spentInAll(spends);
  const target = targetOf(entry);
  if (!target) {
    return (
      <Card>
        <Money figure={formatMoney(spent)} after={t("spent")} big />
      </Card>
    );
  }
  const left = target.pence - spent;
  const bound = boundWords(target.amount.bound);
  const all = [bound, formatMoney(target.pence)].filter(Boolean).join(" ");
  return (
    <Card>
      <Money figure={formatMoney(spent)} after={t("of {all} spent", { all })} big />
      <Bar done={spent} of={target.pence} label={null} />
      <p class="s soft">
        {left >= 0
          ? t("{money} left", { money: formatMoney(left) })
          : t("{money} more than that", { money: formatMoney(-left) })}
      </p>
    </Card>
  );
}

function Items({ entitlement, spends }: { entitlement: string; spends: ShownSpend[] }) {
  const { save, trouble } = useSave();
  const [removed, setRemoved] = useState<ShownSpend | null>(null);
  const remove = (spend: ShownSpend) => {
    save("spend.remove", { item: spend.id });
    setRemoved(spend);
  };
  const undo = ({ id, what, pence, on }: ShownSpend) => {
    save("spend.put", { item: id, entitlement, what, pence, on });
    setRemoved(null);
  };
  return (
    <>
      {removed && (
        <Note live>
          <p>{t("Removed: {what}, {money}", { what: removed.what, money: formatMoney(removed.pence) })}</p>
          <Button look="quiet" small onClick={() => undo(removed)}>
            {t("Put it back")}
          </Button>
        </Note>
      )}
      <SaveTrouble trouble={trouble} />
      {spends.length === 0 && !removed && <Empty title={t("Nothing on the list yet")} />}
      {spends.length > 0 && (
        <ul class="lines">
          {spends.map((spend) => (
            <Item key={spend.id} spend={spend} onRemove={() => remove(spend)} />
          ))}
        </ul>
      )}
    </>
  );
}

function Item({ spend, onRemove }: { spend: ShownSpend; onRemove: () => void }) {
  return (
    <li class="row heading">
      <div class="grow">
        <b>{spend.what}</b>
        <p class="meta">{formatDate(spend.on, "long")}</p>
        {spend.waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
      </div>
      <bdi class="strong">{formatMoney(spend.pence)}</bdi>
      <Button look="quiet" small onClick={onRemove} label={t("Remove {what}", { what: spend.what })}>
        {t("Remove")}
      </Button>
    </li>
  );
}
