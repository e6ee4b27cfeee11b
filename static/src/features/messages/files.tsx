/** The pictures and PDFs of a message. */
import { useEffect, useState } from "preact/hooks";
import { type KeptFile, keptFile } from "../../data/kept-files";
import type { ShownMessage } from "../../data/messages-view";
import type { MessageFile } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { sizeWords } from "./file-words";
import { fetchFile, KeptPicture, SentPicture } from "./picture";

export { Attach } from "./attach";

export interface MessageFilesProps {
  space: string;
  message: ShownMessage;
}

/** Below the words of a message that has files: `files` came from the server, `own_files` are on this phone only. */
export function MessageFiles({ space, message }: MessageFilesProps) {
  return (
    <ul class="bare files">
      {message.files.map((file) => (
        <li key={file.id}>
          {file.kind === "pdf" ? (
            <Pdf space={space} file={file} />
          ) : (
            <SentPicture space={space} file={file} />
          )}
        </li>
      ))}
      {message.own_files.map((id) => (
        <li key={id}>
          <OwnFile space={space} id={id} />
        </li>
      ))}
    </ul>
  );
}

function OwnFile({ space, id }: { space: string; id: string }) {
  const [file, setFile] = useState<KeptFile | undefined>();
  useEffect(() => void keptFile(space, id).then(setFile), [space, id]);
  if (!file) return null;
  return (
    <>
      {file.kind !== "pdf" && <KeptPicture space={space} id={id} />}
      <bdi class="s">{file.name}</bdi>
    </>
  );
}

/** It is kept where the person wants it; this app shows no PDF itself, because one can do things. */
function Pdf({ space, file }: { space: string; file: MessageFile }) {
  const [state, setState] = useState<"wait" | "busy" | "failed">("wait");
  const save = async () => {
    setState("busy");
    try {
      saveAs(await fetchFile(space, file.id), file.name);
      setState("wait");
    } catch {
      setState("failed");
    }
  };
  const words = t("Save the PDF ({size})", { size: sizeWords(file.bytes) });
  return (
    <div class="pdf">
      <bdi class="s">{file.name}</bdi>
      {state === "failed" && <span class="s">{t("It needs a signal to open.")}</span>}
      <Button
        small
        look="quiet"
        busy={state === "busy"}
        label={t("{name}: {what}", { name: words, what: file.name })}
        onClick={() => void save()}
      >
        {words}
      </Button>
    </div>
  );
}

function saveAs(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
