/** Files of a message that is not at the server yet: how far they came, and what to do when they were not taken. */
import { useEffect, useState } from "preact/hooks";
import { onProgress } from "../../data/file-progress";
import { type KeptFile, keptFile } from "../../data/kept-files";
import type { ShownMessage } from "../../data/messages-view";
import { refused } from "../../data/operations";
import { discardRefused, retryRefused } from "../../data/refused";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Note } from "../../ui/note";
import { ServerWords } from "../../ui/server-words";
import { aboutMessage } from "./entry-words";

/** How far the files came, in words, once some of them is on its way; before that, `otherwise`. */
export function Sending({
  space,
  files,
  otherwise,
}: {
  space: string;
  files: readonly string[];
  otherwise: string;
}) {
  const part = useSent(space, files);
  return <>{part === null ? otherwise : t("Sending, {n} %", { n: Math.floor(part * 100) })}</>;
}

/** The part of all their bytes that is at the server; null while nothing moves. */
function useSent(space: string, files: readonly string[]): number | null {
  const [kept, setKept] = useState<readonly KeptFile[]>([]);
  const [come, setCome] = useState<ReadonlyMap<string, number>>(new Map());
  const named = files.join();
  useEffect(() => {
    void Promise.all(files.map((id) => keptFile(space, id))).then((found) =>
      setKept(found.filter((one) => one !== undefined)),
    );
    return onProgress(({ file, bytes }) => {
      if (files.includes(file)) setCome((before) => new Map(before).set(file, bytes));
    });
  }, [space, named]);
  const all = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  if (come.size === 0 || all === 0) return null;
  const here = kept.reduce((sum, { id, bytes, sent }) => sum + (come.get(id) ?? (sent ? bytes : 0)), 0);
  return here / all;
}

/** Why a message with files was not taken, and what can be done about it, where it stands. */
export function NotTaken({ message }: { message: ShownMessage }) {
  const [busy, setBusy] = useState(false);
  const found = refused.value.find(({ id }) => id === message.id);
  if (!found) return null;
  const once = (work: () => Promise<void>) => {
    setBusy(true);
    void work().catch(() => setBusy(false));
  };
  return (
    <Note>
      <p>
        <ServerWords detail={found.problem?.detail} />
      </p>
      <div class="row wraps">
        <Button
          small
          busy={busy}
          label={aboutMessage(t("Try again"), message)}
          onClick={() => once(() => retryRefused(message.id))}
        >
          {t("Try again")}
        </Button>
        <Button
          small
          look="quiet"
          busy={busy}
          label={aboutMessage(t("Remove"), message)}
          onClick={() => once(() => discardRefused(message.id))}
        >
          {t("Remove")}
        </Button>
      </div>
    </Note>
  );
}
