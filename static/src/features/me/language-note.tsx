/** The line that says that nobody has checked a language, or offers the language of the phone. On every screen, until it is answered. */
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { bundle } from "../../data/content";
import { keep, kept } from "../../data/local";
import { chooseLanguage, language } from "../../data/settings";
import { isDraft, languageCodes, languageName, shownLanguage, t } from "../../i18n/index";
import { phoneLanguage } from "../../i18n/phone-language";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";

export const LANGUAGE_SCREEN = "/me/language";

export function LanguageNote() {
  const [path] = useLocation();
  const [, redraw] = useState(0);
  const answered = () => redraw((n) => n + 1);
  // That screen says it all by itself.
  if (path === LANGUAGE_SCREEN) return null;
  if (language.value !== "en") return <DraftNote onHide={answered} />;
  const own = kept("language") === null ? phoneLanguage(navigator.languages, languageCodes()) : null;
  return own && <Offer own={own} onAnswer={answered} />;
}

const seen = () => `draft-seen-${shownLanguage()}`;

function DraftNote({ onHide }: { onHide: () => void }) {
  if (!showsDraft() || kept(seen())) return null;
  const hide = () => {
    keep(seen(), "1");
    onHide();
  };
  return (
    <Note look="calm">
      <p>{draftWords()}</p>
      <div class="row wraps">
        <Button look="quiet" small onClick={hide}>
          {t("OK, hide this")}
        </Button>
        <ReadInEnglish />
      </div>
    </Note>
  );
}

/** Words on the screen, or of the council's content, that no person has checked. */
export function showsDraft(): boolean {
  return isDraft() || (bundle.value?.draft === true && shownLanguage() === bundle.value.lang);
}

export function draftWords(): string {
  return t(
    "A computer translated these words and no person has checked them yet. Important words show the English too.",
  );
}

/** In English too: whoever wants it may not read the other words. */
export function ReadInEnglish() {
  return (
    <Button look="text" small onClick={() => chooseLanguage("en")}>
      <span lang="en">Read in English</span>
    </Button>
  );
}

/** The names of the languages say it all: no sentence in a language that the person may not read. */
function Offer({ own, onAnswer }: { own: string; onAnswer: () => void }) {
  const choose = (code: string) => {
    chooseLanguage(code);
    onAnswer();
  };
  return (
    <section class="row wraps" aria-label={t("Language")}>
      <Icon name="web" />
      {[own, "en"].map((code) => (
        <Button key={code} look={code === own ? "main" : "quiet"} small onClick={() => choose(code)}>
          <bdi lang={code}>{languageName(code)}</bdi>
        </Button>
      ))}
    </section>
  );
}
