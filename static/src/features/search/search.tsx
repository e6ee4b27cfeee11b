/** One search over everything: on this phone, without a signal, and nothing that is typed leaves it. */
import { useEffect, useState } from "preact/hooks";
import type { Bundle } from "../../data/types";
import { t, tn } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Empty } from "../../ui/empty";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { type Found, find } from "./find";
import { indexOf } from "./kept-index";
import { Results } from "./results";
import type { Index } from "./search-index";
import { type, typed } from "./typed";

// Somebody who is still typing is not made to wait for what they have not asked yet.
const PAUSE_MS = 80;

export function SearchScreen() {
  return (
    <Page title={t("Search everything")} back={{ href: "/rights", words: t("My rights") }}>
      <WithBundle>{(bundle) => <Search bundle={bundle} />}</WithBundle>
    </Page>
  );
}

function Search({ bundle }: { bundle: Bundle }) {
  const asked = typed.value.trim();
  const { found, over } = useFound(asked, useIndex(bundle));
  return (
    <>
      <Field
        id="search-everything"
        type="search"
        label={t("What are you looking for?")}
        value={typed.value}
        onInput={type}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
      />
      <p class="s soft" role="status">
        {asked && found && over && countWords(found)}
      </p>
      {!asked && <About />}
      {asked && found?.count === 0 && <Nothing />}
      {asked && found && found.count > 0 && <Results found={found} bundle={bundle} />}
    </>
  );
}

/** The index, once it is made. */
function useIndex(bundle: Bundle): Index | null {
  const [index, setIndex] = useState<Index | null>(null);
  useEffect(() => {
    let gone = false;
    void indexOf(bundle).then((made) => {
      if (!gone) setIndex(made);
    });
    return () => {
      gone = true;
    };
  }, [bundle]);
  return index;
}

interface Shown {
  found: Found | null;
  /** All of it is drawn. */
  over: boolean;
}

const NONE: Shown = { found: null, over: false };

/**
 * What is found for the words, a moment after they were typed; until then what was found before. Looking it up and drawing
 * each kind are tasks apart, so that a slow phone takes the next letter in between.
 */
function useFound(asked: string, index: Index | null): Shown {
  const [shown, setShown] = useState(NONE);
  useEffect(() => {
    if (!index || !asked) {
      setShown(NONE);
      return;
    }
    const look = () => draw(find(asked, index), 1);
    const draw = (found: Found, kinds: number) => {
      timer = setTimeout(() => {
        const over = kinds >= found.groups.length;
        setShown((before) => ({ found: over ? found : partOf(found, kinds, before.found), over }));
        if (!over) draw(found, kinds + 1);
      });
    };
    let timer = setTimeout(look, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, index]);
  return shown;
}

/** The first few kinds of what was found, and those of before whose turn is still to come. */
function partOf(found: Found, kinds: number, before: Found | null): Found {
  const groups = found.groups.slice(0, kinds);
  const later = before?.groups.filter(({ kind }) => !groups.some((one) => one.kind === kind)) ?? [];
  return { ...found, groups: [...groups, ...later] };
}

function countWords({ count, some }: Found): string {
  if (count === 0) return t("Nothing found");
  return some
    ? t("Nothing has all of these words. This has some of them:")
    : tn("{n} found", "{n} found", count);
}

function About() {
  return (
    <>
      <p>
        {t(
          "Search what you can get, what your council offers and promises, help lines, passport skills and the words of the law.",
        )}
      </p>
      <p class="s soft">{t("It works without a signal. What you type stays on this phone.")}</p>
      <ButtonLink href="/rights/words" look="text" small>
        {t("What legal words mean")}
      </ButtonLink>
    </>
  );
}

function Nothing() {
  return (
    <Empty title={t("Nothing found")}>
      <p>{t("Try a shorter word, or another word for it. Your PA can look with you.")}</p>
      <ButtonLink href="/help" look="quiet" small>
        {t("Get help")}
      </ButtonLink>
    </Empty>
  );
}
