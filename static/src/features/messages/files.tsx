/** The pictures and PDFs of a message, and choosing some for a new one. */
import type { ShownMessage } from "../../data/messages-view";

export interface MessageFilesProps {
  space: string;
  message: ShownMessage;
}

/** Below the words of a message that has files: `files` came from the server, `own_files` are on this phone only. */
export function MessageFiles({ message }: MessageFilesProps) {
  return (
    <ul class="bare">
      {message.files.map((file) => (
        <li key={file.id}>
          <bdi>{file.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

export interface AttachProps {
  space: string;
  /** Ids of the files chosen so far: they go into `files` of message.send. The composer keeps them with its draft. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Chooses files for a message that is being written, and shows those chosen, each with a way to remove it. */
export function Attach(_props: AttachProps) {
  return null;
}
