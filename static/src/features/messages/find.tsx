/** Looking for a word in one's own messages. Nothing that is typed leaves the phone. */
import { useEffect, useState } from "preact/hooks";
import { type FoundMessage, findMessages, MOST_FOUND } from "../../data/messages-find";
import { safeWords } from "../../data/messages-view";
import { formatDate, t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Field } from "../../ui/field";

const PAUSE_MS = 200;
const AROUND = 60;

interface FindProps {
  space: string;
  onFound: (message: FoundMessage) => void;
  onClose: () => void;
}

/** Takes the place of the conversation until something is found, so that what was found is in view. */
export function Find({ space, onFound, onClose }: FindProps) {
  const [typed, setTyped] = useState("");
  const { found, over } = useFound(space, typed.trim());
  useEffect(() => document.getElementById("find-message")?.focus(), []);
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === "Escape") onClose();
    };
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, [onClose]);
  return (
    <Card>
      <Field
        id="find-message"
        type="search"
        label={t("Search these messages")}
        value={typed}
        onInput={setTyped}
        autoComplete="off"
        maxLength={100}
      />
      <p class="s soft" role="status">
        {typed.trim() && over && countWords(found.length)}
      </p>
      <ul class="lines">
        {found.map((message) => (
          <li key={message.id}>
            <button type="button" class="find-hit" onClick={() => onFound(message)}>
              <span class="s soft">
                {message.mine ? t("You") : <bdi>{message.by}</bdi>} · {formatDate(message.arrived_at, "long")}
              </span>
              <br />
              <Around body={safeWords(message.body)} typed={typed} />
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" small onClick={onClose}>
        {t("Close")}
      </Button>
    </Card>
  );
}

function countWords(count: number): string {
  if (count === 0) return t("Nothing found");
  if (count >= MOST_FOUND) return t("Many found. Here are the newest; one more word finds fewer.");
  return tn("{n} message found", "{n} messages found", count);
}

/** What was found so far, and whether the whole thread has been looked through. */
function useFound(space: string, typed: string): { found: FoundMessage[]; over: boolean } {
  const [state, setState] = useState<{ found: FoundMessage[]; over: boolean }>({ found: [], over: false });
  useEffect(() => {
    setState({ found: [], over: false });
    if (typed === "") return;
    const stop = new AbortController();
    const timer = setTimeout(() => void look(stop.signal), PAUSE_MS);
    const look = async (signal: AbortSignal) => {
      let found: FoundMessage[] = [];
      for await (const more of findMessages(space, typed, signal)) {
        found = [...found, ...more].slice(0, MOST_FOUND);
        setState({ found, over: false });
      }
      if (!signal.aborted) setState({ found, over: true });
    };
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [space, typed]);
  return state;
}

/** The words around the first that was typed, from the beginning of a word. */
function Around({ body, typed }: { body: string; typed: string }) {
  const first = typed.trim().split(/\s+/u)[0] ?? "";
  const place = body.toLocaleLowerCase().indexOf(first.toLocaleLowerCase());
  const at = Math.max(0, place);
  const start = at <= AROUND / 2 ? 0 : Math.max(at - AROUND, body.lastIndexOf(" ", at - AROUND / 2) + 1);
  const found = body.slice(at, at + first.length);
  const after = body.slice(at + first.length, at + AROUND);
  return (
    <bdi>
      {start > 0 && "…"}
      {body.slice(start, at)}
      {place < 0 ? found : <mark>{found}</mark>}
      {after}
      {at + AROUND < body.length && "…"}
    </bdi>
  );
}
