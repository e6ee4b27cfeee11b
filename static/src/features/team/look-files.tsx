/** The files of a message that a manager reads: opened one by one, under the reason that was given for the conversation. */
import { useEffect, useState } from "preact/hooks";
import { answered } from "../../data/api";
import type { MessageFile } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { sizeWords } from "../messages/file-words";
import { saveAs } from "./record-file";

/** Where they are, and why the manager looks. */
export interface Looking {
  space: string;
  reason: string;
}

export function LookFiles({ files, looking }: { files: readonly MessageFile[]; looking: Looking }) {
  if (files.length === 0) return null;
  return (
    <ul class="bare stack tight">
      {files.map((file) => (
        <li key={file.id}>
          <LookFile file={file} looking={looking} />
        </li>
      ))}
    </ul>
  );
}

function LookFile({ file, looking }: { file: MessageFile; looking: Looking }) {
  const [state, setState] = useState<"wait" | "busy" | "failed">("wait");
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  const open = async () => {
    setState("busy");
    try {
      const blob = await fetchFile(looking, file.id);
      if (file.kind === "pdf") saveAs(blob, file.name);
      else setAddress(URL.createObjectURL(blob));
      setState("wait");
    } catch {
      setState("failed");
    }
  };
  if (address)
    return <img class="look-picture" src={address} alt={t("Picture: {name}", { name: file.name })} />;
  const size = sizeWords(file.bytes);
  const words =
    file.kind === "pdf" ? t("Save the PDF ({size})", { size }) : t("Show the picture ({size})", { size });
  return (
    <div class="row wraps">
      <bdi class="s">{file.name}</bdi>
      <Button
        small
        look="quiet"
        busy={state === "busy"}
        label={t("{name}: {what}", { name: words, what: file.name })}
        onClick={() => void open()}
      >
        {words}
      </Button>
      <span class="s" role="status">
        {state === "failed" && t("It needs a signal to open.")}
      </span>
    </div>
  );
}

async function fetchFile({ space, reason }: Looking, id: string): Promise<Blob> {
  return (await answered("POST", `/council/spaces/${space}/files/${id}`, { reason })).blob();
}
