/** Text whose legal words can be tapped for their meaning: the first mention of each, marked with dots. */
import type { ComponentChildren } from "preact";
import { bundle } from "../data/content";
import { type Glossary, glossaryOf, pieces } from "../data/glossed";
import type { GlossaryEntry } from "../data/types";
import { partsOf } from "../i18n/marks";
import { showWord } from "./word-dialog";

const NONE: GlossaryEntry[] = [];
let last: { entries: GlossaryEntry[]; glossary: Glossary } = { entries: NONE, glossary: glossaryOf(NONE) };

/** Getting a glossary ready takes longer than using it, and every text of a screen uses the same. */
function glossary(): Glossary {
  const entries = bundle.value?.glossary ?? NONE;
  if (last.entries !== entries) last = { entries, glossary: glossaryOf(entries) };
  return last.glossary;
}

export function Glossed({ text }: { text: string }) {
  return (
    <>
      {partsOf(text).map((part) =>
        part.english ? (
          // A mark reaches over words that can be tapped, so the element that shows it is made here.
          <span class="en" lang="en" dir="ltr" key={part.text}>
            <Pieces text={part.text} />
          </span>
        ) : (
          <Pieces key={part.text} text={part.text} />
        ),
      )}
    </>
  );
}

function Pieces({ text }: { text: string }) {
  return (
    <>
      {pieces(text, glossary()).map(({ text: words, entry }) =>
        entry ? (
          <WordButton key={entry.id} entry={entry}>
            {words}
          </WordButton>
        ) : (
          words
        ),
      )}
    </>
  );
}

/** A word that opens its meaning. */
export function WordButton({ entry, children }: { entry: GlossaryEntry; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="gloss"
      aria-haspopup="dialog"
      onClick={(event) => showWord(entry, event.currentTarget)}
    >
      {children}
    </button>
  );
}
