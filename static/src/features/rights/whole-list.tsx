/** Everything there is to get, by group, with a box to search in: for whoever has not done the check, and to look around. */
import { useState } from "preact/hooks";
import type { Entitlement } from "../../data/types";
import { t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { today } from "../../ui/dated";
import { Empty } from "../../ui/empty";
import { Field } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { Tag, Tags } from "../../ui/tag";
import { headline } from "./amounts";
import { AmountFigure } from "./figure";
import { kindLook, kindWords } from "./kinds";
import { matches } from "./search";

function groups(): { id: string; words: string }[] {
  return [
    { id: "home", words: t("A place to live") },
    { id: "money", words: t("Benefits and money") },
    { id: "learning", words: t("Learning and training") },
    { id: "health", words: t("Health") },
    { id: "everyday", words: t("Everyday life") },
    { id: "people", words: t("People and plans") },
  ];
}

export function WholeList({ entries }: { entries: readonly Entitlement[] }) {
  const [search, setSearch] = useState("");
  const found = entries.filter((entry) => matches(entry, search));
  return (
    <>
      <Field
        id="search"
        type="search"
        label={t("Search this list")}
        value={search}
        onInput={setSearch}
        autoComplete="off"
      />
      <p class="hidden" role="status">
        {search && t("{n} found", { n: found.length })}
      </p>
      {found.length === 0 && (
        <Empty title={t("Nothing found")}>
          <p>{t("Try a shorter word, or ask your PA.")}</p>
        </Empty>
      )}
      {groups().map(({ id, words }) => (
        <Group
          key={id}
          title={words}
          open={search !== ""}
          entries={found.filter((entry) => entry.group === id)}
        />
      ))}
    </>
  );
}

interface GroupProps {
  title: string;
  entries: Entitlement[];
  open: boolean;
}

/** Folded until somebody looks for something: all at once they are more than anybody reads. */
function Group({ title, entries, open }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <details open={open}>
      <summary>
        <h2>{title}</h2>
        <span class="meta grow">{entries.length}</span>
        <Icon name="down" />
      </summary>
      <ul class="bare stack">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryCard entry={entry} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function EntryCard({ entry }: { entry: Entitlement }) {
  const head = headline(entry.amounts ?? [], today());
  return (
    <LinkCard href={`/rights/money/${entry.id}`}>
      <div class="row top-align">
        <div class="grow">
          <b>{entry.title}</b>
          <p class="s soft">{head ? entry.decides : entry.summary}</p>
        </div>
        {head && <AmountFigure {...head} />}
      </div>
      <Tags>
        <Tag look={kindLook(entry.kind)}>{kindWords(entry.kind)}</Tag>
      </Tags>
    </LinkCard>
  );
}
