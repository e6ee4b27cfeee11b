/** Choosing pictures and PDFs for a message, and those chosen, each with a way to remove it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { uuid7 } from "../../data/ids";
import { dropFile, type KeptFile, keepFile, keptFile } from "../../data/kept-files";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { sizeWords } from "./file-words";
import { KeptPicture } from "./picture";
import { fit, type Refusal } from "./shrink";

/** As many as the server takes with one message. */
export const MOST_FILES = 5;

export interface AttachProps {
  space: string;
  /** Ids of the files chosen so far: they go into `files` of message.send. The composer keeps them with its draft. */
  chosen: readonly string[];
  /** One is ready, or is not wanted any more: what was typed and chosen meanwhile is not ours to know. */
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
  /** Whether one is being made ready, which takes a slow phone seconds. */
  onBusy: (busy: boolean) => void;
}

type Why = Refusal | "storage" | "many";
type Trouble = { name: string; why: Why } | null;

/** Chooses files for a message that is being written, and shows those chosen, each with a way to remove it. */
export function Attach({ space, chosen, onAdd, onRemove, onBusy }: AttachProps) {
  const input = useRef<HTMLInputElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const removed = useRef(false);
  const { take, busy, trouble } = useTaking(space, chosen.length, onAdd, onBusy);
  // The button of what was removed is gone, and the focus with it.
  useEffect(() => {
    if (removed.current) adder.current?.focus({ preventScroll: true });
    removed.current = false;
  }, [chosen.length]);
  const remove = (id: string) => {
    removed.current = true;
    onRemove(id);
    void dropFile(space, id);
  };
  return (
    <div class="attach">
      {trouble && <Note live>{whyWords(trouble)}</Note>}
      {chosen.length > 0 && (
        <ul class="bare chosen">
          {chosen.map((id) => (
            <Chosen key={id} space={space} id={id} onRemove={() => remove(id)} />
          ))}
        </ul>
      )}
      <input
        ref={input}
        class="hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        accept="image/*,application/pdf"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          void take(files);
        }}
      />
      {chosen.length < MOST_FILES && (
        <button
          type="button"
          class="add-file"
          ref={adder}
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          <Icon name="plus" />
          <span class={busy ? "s" : "hidden"}>{busy ? t("Getting it ready …") : t("Picture or PDF")}</span>
        </button>
      )}
    </div>
  );
}

/** Makes chosen files ready one after the other, and hands each on at once. */
function useTaking(space: string, count: number, onAdd: AttachProps["onAdd"], onBusy: AttachProps["onBusy"]) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const now = useRef({ count, onAdd });
  now.current = { count, onAdd };
  const working = (on: boolean) => {
    setBusy(on);
    onBusy(on);
  };
  const take = async (files: File[]) => {
    working(true);
    setTrouble(null);
    for (const file of files) {
      const taken = now.current.count < MOST_FILES ? await keep(space, file) : "many";
      if (taken.length !== UUID_LENGTH) setTrouble({ name: file.name, why: taken as Why });
      // Nobody sees it any more who could send it or take it away.
      else if (gone.current) await dropFile(space, taken);
      else {
        now.current.onAdd(taken);
        // Until the next drawing says so.
        now.current.count++;
      }
    }
    working(false);
  };
  return { take, busy, trouble };
}

const UUID_LENGTH = 36;

/** Gives the id under which it is kept, or why it is not. */
async function keep(space: string, file: File): Promise<string> {
  const made = await fit(file).catch(() => "broken" as const);
  if (typeof made === "string") return made;
  const id = uuid7(Date.now());
  try {
    await keepFile({ id, space, kind: made.kind, name: made.name }, made.data);
    return id;
  } catch {
    return "storage";
  }
}

function whyWords({ name, why }: NonNullable<Trouble>) {
  switch (why) {
    case "big":
      return t("{name} is too big. A PDF can have 5 MB. You could take a picture of the page.", { name });
    case "kind":
      return t("{name} is not a picture or a PDF, so it cannot go with a message.", { name });
    case "many":
      return t("Five files go with one message. Send the rest with the next.");
    case "storage":
      return t("This phone has no room for {name}. Remove something from the phone, then try again.", {
        name,
      });
    default:
      return t("This phone cannot open {name}. You could take a picture of it instead.", { name });
  }
}

function Chosen({ space, id, onRemove }: { space: string; id: string; onRemove: () => void }) {
  const [file, setFile] = useState<KeptFile | undefined>();
  useEffect(() => void keptFile(space, id).then(setFile), [space, id]);
  if (!file) return null;
  return (
    <li class="row">
      {file.kind !== "pdf" && <KeptPicture space={space} id={id} small />}
      <span class="grow s">
        <bdi>{file.name}</bdi> <span class="soft">{sizeWords(file.bytes)}</span>
      </span>
      <Button small look="quiet" onClick={onRemove}>
        {t("Remove")}
        <span class="hidden"> {file.name}</span>
      </Button>
    </li>
  );
}
