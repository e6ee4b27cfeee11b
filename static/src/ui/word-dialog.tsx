/** The meaning of a legal word, in a small dialog over the screen that it stands on. */
import { render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { otherNames } from "../data/names";
import type { GlossaryEntry } from "../data/types";
import { formatDate, t } from "../i18n/index";
import { Button } from "./button";

/** Opens it. When it closes, the focus goes back to `opener`, if that is still there. */
export function showWord(entry: GlossaryEntry, opener: HTMLElement): void {
  const holder = document.body.appendChild(document.createElement("div"));
  const close = () => {
    removeEventListener("popstate", close);
    render(null, holder);
    holder.remove();
    opener.focus({ preventScroll: true });
  };
  // The screen below goes away by the back key, and its word with it.
  addEventListener("popstate", close);
  render(<WordDialog entry={entry} onClose={close} />, holder);
}

function WordDialog({ entry, onClose }: { entry: GlossaryEntry; onClose: () => void }) {
  const others = otherNames(entry);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    // Safari before 15.4 has no dialogs; there it stands as a box like any other.
    dialog.current?.showModal?.();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tap beside the dialog; the key for it is Escape, and built in.
    <dialog
      ref={dialog}
      class="word"
      aria-labelledby="word-term"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="stack" dir="auto">
        <h2 id="word-term">{entry.term}</h2>
        <p>{entry.meaning}</p>
        {others.length > 0 && <p class="s soft">{t("Also called: {names}", { names: others.join(", ") })}</p>}
        <Source entry={entry} />
      </div>
      <div class="row wraps">
        <Button small onClick={onClose}>
          {t("Close")}
        </Button>
        <Link class="btn quiet small" href="/rights/words" onClick={onClose}>
          {t("All words")}
        </Link>
      </div>
    </dialog>
  );
}

function Source({ entry }: { entry: GlossaryEntry }) {
  return (
    <p class="meta">
      {t("From: {sources}. Checked {date}.", {
        sources: entry.sources.join("; "),
        date: formatDate(entry.as_at, "long"),
      })}
      {entry.confidence !== "high" && ` ${t("We are not quite sure of this.")}`}
      {entry.confidence_note && ` ${entry.confidence_note}`}
    </p>
  );
}
