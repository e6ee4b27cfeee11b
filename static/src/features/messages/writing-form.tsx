/** The field of a message with its files and its button: it never loses what was typed. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { firstName } from "../../data/first-name";
import { queueOperation } from "../../data/operations";
import { t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { SaveTrouble } from "../passport/save";
import { nearlyFull, roomLeft, saysNothing, useMessageDraft } from "./draft";
import { Attach } from "./files";
import { type Ack, Sent, useLastSent } from "./sent";

/** Words to choose from, which `insert` puts into the field. */
export type Quick = (insert: (words: string) => void) => ComponentChildren;

interface FormProps {
  space: string;
  name: string | null;
  quick?: Quick | undefined;
  onSent: () => void;
  /** What the words after sending are made of; null where they are not said. */
  ack: Ack | null;
}

type Wrong = "empty" | "long" | null;

export function WritingForm({ space, name, quick, onSent, ack }: FormProps) {
  const { body, files, write, forget } = useMessageDraft(space);
  const [wrong, setWrong] = useState<Wrong>(null);
  const [sent, setSent] = useLastSent(space);
  const { send, trouble } = useSending(space);
  // A message waits for the picture that is being made ready for it.
  const [preparing, setPreparing] = useState(false);
  const [round, setRound] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = async () => {
    if (preparing) return;
    const problem = problemOf(body, files);
    setWrong(problem);
    field.current?.focus();
    const id = problem ? null : await send(body, files);
    if (id === null) return;
    await forget({ body, files });
    setSent(id);
    setRound((before) => before + 1);
    onSent();
  };
  const change = (next: Parameters<typeof write>[0]) => {
    setWrong(null);
    setSent(null);
    write(next);
  };
  const insert = (words: string) => {
    change((before) => ({ body: before.body ? `${before.body}\n${words}` : words }));
    field.current?.focus();
  };
  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Sent message={sent} ack={ack} />
      <SaveTrouble trouble={trouble} />
      {trouble && <p class="s strong">{t("What you wrote is still here.")}</p>}
      <Limits body={body} wrong={wrong} />
      {quick?.(insert)}
      <div class="composer-row">
        {/* What was wrong with a file is of no use once the message has gone. */}
        <Attach
          key={round}
          space={space}
          chosen={files}
          onAdd={(id) => change((before) => ({ files: [...before.files, id] }))}
          onRemove={(id) => change((before) => ({ files: before.files.filter((one) => one !== id) }))}
          onBusy={setPreparing}
        />
        <textarea
          ref={field}
          id="message"
          dir="auto"
          rows={rowsFor(body)}
          aria-label={t("Your message")}
          placeholder={name ? t("Write to {name}", { name: firstName(name) }) : t("Your message")}
          aria-describedby={wrong ? "message-error" : undefined}
          aria-invalid={wrong ? true : undefined}
          value={body}
          onInput={({ currentTarget: { value } }) => change(() => ({ body: value }))}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
          }}
        />
        <Button type="submit" busy={preparing}>
          {t("Send")}
        </Button>
      </div>
    </form>
  );
}

const LINE = 28;
const MOST_ROWS = 6;

/** About as many lines as the text takes on a narrow phone: the field grows with it, and then scrolls. */
function rowsFor(body: string): number {
  const start = body.slice(0, LINE * MOST_ROWS);
  const lines = start.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / LINE), 0);
  return Math.min(MOST_ROWS, lines);
}

function problemOf(body: string, files: readonly string[]): Wrong {
  if (roomLeft(body) < 0) return "long";
  return saysNothing(body) && files.length === 0 ? "empty" : null;
}

interface Sending {
  /** Gives the message's id; null when this phone could not keep it, which `trouble` then says. */
  send: (body: string, files: readonly string[]) => Promise<string | null>;
  trouble: boolean;
}

/** One message at a time: a second tap while the first is being written down sends nothing twice. */
function useSending(space: string): Sending {
  const [trouble, setTrouble] = useState(false);
  const busy = useRef(false);
  const send: Sending["send"] = async (body, files) => {
    if (busy.current) return null;
    busy.current = true;
    try {
      const id = await queueOperation(space, "message.send", { body, files: [...files], answers: null });
      setTrouble(false);
      return id;
    } catch {
      setTrouble(true);
      return null;
    } finally {
      busy.current = false;
    }
  };
  return { send, trouble };
}

function Limits({ body, wrong }: { body: string; wrong: Wrong }) {
  const left = roomLeft(body);
  const words =
    left < 0
      ? tn(
          "This is {n} character too long. Send it in two messages.",
          "This is {n} characters too long. Send it in two messages.",
          -left,
        )
      : wrong === "empty"
        ? t("Write something first.")
        : null;
  return (
    <>
      <p id="message-error" class="s error" role={wrong ? "alert" : undefined} hidden={!words}>
        {words}
      </p>
      {nearlyFull(body) && left >= 0 && (
        <p class="meta">{tn("Room for {n} more character.", "Room for {n} more characters.", left)}</p>
      )}
    </>
  );
}
