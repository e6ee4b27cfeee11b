/** A note on a skill: the young person's own, and private until they share it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ShownNote } from "../../data/views";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { AreaField, Switch } from "../../ui/field";
import { SaveTrouble, useSave } from "./save";

/** The server's limit. */
const LONGEST = 2000;

interface NoteCardProps {
  skill: string;
  note: ShownNote | null;
  adviser: string | null;
}

export function NoteCard({ skill, note, adviser }: NoteCardProps) {
  const { save, trouble } = useSave();
  const kept = note?.text ?? "";
  const shared = note?.shared ?? false;
  const draft = useDraft(kept, (text) => save("passport.note", { skill, text }));
  return (
    <Card labelledBy="note-heading">
      <h2 id="note-heading">{t("My note")}</h2>
      <AreaField
        id="note"
        label={t("Write what you like")}
        hint={t("Please no bank numbers, passwords or card numbers.")}
        value={draft.text}
        onInput={draft.write}
        maxLength={LONGEST}
      />
      <div class="row wraps">
        <Button small onClick={draft.keep}>
          {t("Save note")}
        </Button>
        <span class="s soft" role="status">
          {draft.text !== kept ? t("Not saved yet") : kept && t("Saved")}
        </span>
      </div>
      <Switch
        label={t("Share this note with my PA")}
        checked={shared}
        onChange={(now) => save("passport.note", { skill, shared: now })}
      />
      <p class="meta">
        <b>{t("Who can see this")}</b> {whoSees(shared, adviser)}
      </p>
      <SaveTrouble trouble={trouble} />
    </Card>
  );
}

function whoSees(shared: boolean, adviser: string | null): string {
  if (!shared) return t("Only you. Your council keeps it locked away, and your PA cannot open it.");
  return adviser
    ? t("You and {name}, and whoever covers for {name}. Switch it off and they can no longer read it here.", {
        name: adviser,
      })
    : t("You and your council’s duty team. Switch it off and they can no longer read it here.");
}

/** What is being typed. It is also saved when the person leaves the screen without pressing the button. */
function useDraft(kept: string, keepText: (text: string) => void) {
  const [text, setText] = useState(kept);
  const latest = useRef({ text, kept, keepText });
  latest.current = { text, kept, keepText };
  const keep = () => {
    const now = latest.current;
    if (now.text !== now.kept) now.keepText(now.text);
  };
  // A newer text from elsewhere is shown, unless this one is being changed: what is typed here is never overwritten.
  const shown = useRef(kept);
  useEffect(() => {
    const before = shown.current;
    shown.current = kept;
    setText((now) => (now === before ? kept : now));
  }, [kept]);
  useEffect(() => {
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      keep();
    };
  }, []);
  return { text, write: setText, keep };
}
