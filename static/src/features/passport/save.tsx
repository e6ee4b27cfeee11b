/** Saving from a screen: into the queue of this phone, with plain words in the rare case that the phone cannot. */
import { useState } from "preact/hooks";
import { queueOperation } from "../../data/operations";
import { me } from "../../data/session";
import type { OperationKind } from "../../data/types";
import { t } from "../../i18n/index";
import { Note } from "../../ui/note";

interface Saving {
  save: (kind: OperationKind, body: Record<string, unknown>) => void;
  /** True after the last save did not work. */
  trouble: boolean;
}

export function useSave(): Saving {
  const [trouble, setTrouble] = useState(false);
  const save: Saving["save"] = (kind, body) => {
    const space = me.value?.space;
    if (!space) return;
    queueOperation(space, kind, body).then(
      () => setTrouble(false),
      () => setTrouble(true),
    );
  };
  return { save, trouble };
}

export function SaveTrouble({ trouble }: { trouble: boolean }) {
  if (!trouble) return null;
  return (
    <Note look="stop" live>
      <p>
        {t(
          "This phone could not save that. Its storage may be full. What you saved before is safe. Please try again.",
        )}
      </p>
    </Note>
  );
}
