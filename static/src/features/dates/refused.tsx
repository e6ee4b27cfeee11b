/** What the server turned down about dates, with the words that were written: to try again, or to throw away. */
import { refused } from "../../data/operations";
import { discardRefused, retryRefused } from "../../data/refused";
import { me } from "../../data/session";
import type { OperationKind, RefusedOperation } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Note } from "../../ui/note";
import { ServerWords } from "../../ui/server-words";
import { dateKindWords, isDateKind } from "./kind-words";
import { whenWords } from "./words";

/** Of one date or reminder, or of all when none is named. */
export function RefusedNotes({ about = null }: { about?: string | null }) {
  const space = me.value?.space;
  const mine = refused.value.filter(
    (one) => one.space === space && isDateKind(one.kind) && (about === null || isAbout(one, about)),
  );
  return (
    <>
      {mine.map((one) => (
        <RefusedNote key={one.id} operation={one} />
      ))}
    </>
  );
}

/** Whether what was turned down is about this date or reminder, or would have made it. */
export function isAbout({ id, body }: RefusedOperation, about: string): boolean {
  return id === about || body?.date === about || body?.reminder === about || body?.agreement === about;
}

function RefusedNote({ operation }: { operation: RefusedOperation }) {
  const { id, kind, body, problem } = operation;
  const words = body ? writtenWords(body) : [];
  return (
    <Note look="stop">
      <p class="strong">{t("Not saved: {what}", { what: nameOf(kind) })}</p>
      <p>
        <ServerWords detail={problem?.detail} />
      </p>
      {words.length > 0 && (
        <div>
          <p class="s">{t("Your words are still here:")}</p>
          {words.map((one) => (
            <p key={one} class="own-words">
              {one}
            </p>
          ))}
        </div>
      )}
      <div class="row wraps">
        <Button small onClick={() => void retryRefused(id)}>
          {t("Try again")}
        </Button>
        <Button look="danger" small onClick={() => void discardRefused(id)}>
          {t("Throw it away")}
        </Button>
      </div>
    </Note>
  );
}

const nameOf = (kind: OperationKind) => (isDateKind(kind) ? dateKindWords(kind) : "");

/** What somebody typed, so that nothing that they wrote is lost. */
function writtenWords(body: Record<string, unknown>): string[] {
  const text = (value: unknown) => (typeof value === "string" && value.trim() ? [value] : []);
  const { title, place, words, want, change, day, time } = body;
  const when =
    typeof day === "string" ? [whenWords({ day, time: typeof time === "string" ? time : null })] : [];
  return [...text(title), ...when, ...text(place), ...text(words), ...text(want), ...text(change)];
}
