/** All words of the glossary, in the order of the alphabet. */
import { useParams } from "wouter-preact";
import { bundle } from "../../data/content";
import { otherNames } from "../../data/names";
import type { GlossaryEntry } from "../../data/types";
import { shownLanguage, t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { useNamed } from "../../ui/use-named";
import { WithBundle } from "../../ui/with-bundle";
import { WordButton } from "../../ui/words-of-law";
import { SearchLink } from "./link";

export function WordsScreen() {
  const { id } = useParams<{ id?: string }>();
  useNamed(id ? `word-${id}` : null, bundle.value !== null);
  return (
    <Page title={t("What legal words mean")} back={{ href: "/rights", words: t("My rights") }}>
      <p class="s soft">{t("Tap a word to see where its meaning comes from.")}</p>
      <SearchLink />
      <WithBundle>{({ glossary = [] }) => <Words entries={sorted(glossary)} />}</WithBundle>
    </Page>
  );
}

function sorted(entries: readonly GlossaryEntry[]): GlossaryEntry[] {
  const { compare } = new Intl.Collator(shownLanguage());
  return [...entries].sort((a, b) => compare(a.term, b.term));
}

function Words({ entries }: { entries: GlossaryEntry[] }) {
  return (
    <ul class="bare stack">
      {entries.map((entry) => (
        <WordCard key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function WordCard({ entry }: { entry: GlossaryEntry }) {
  const others = otherNames(entry);
  return (
    <li class="card" id={`word-${entry.id}`} tabIndex={-1}>
      <b>
        <WordButton entry={entry}>{entry.term}</WordButton>
      </b>
      {others.length > 0 && <p class="meta">{t("Also called: {names}", { names: others.join(", ") })}</p>}
      <p class="s">{entry.meaning}</p>
    </li>
  );
}
