/** One entry of a conversation: a message with what is known of it, or what the app says. */
import { Component, type ComponentChildren, type RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { type ShownLine, type ShownMessage, type Side, safeWords } from "../../data/messages-view";
import { queueOperation } from "../../data/operations";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Note } from "../../ui/note";
import { aboutMessage, goneWords, lineWords, stateWords, timeWords } from "./entry-words";
import { MessageFiles } from "./files";
import { NotTaken, Sending } from "./on-its-way";

export type Tools = (message: ShownMessage) => ComponentChildren;

export function Line({ line }: { line: ShownLine }) {
  return <p class="said">{lineWords(line)}</p>;
}

interface MessageProps {
  space: string;
  side: Side;
  message: ShownMessage;
  tools?: Tools | undefined;
}

/** Drawn again only when something about it changed: a thread shows many. */
export class Message extends Component<MessageProps> {
  override shouldComponentUpdate(next: MessageProps): boolean {
    const { space, side, message, tools } = this.props;
    return (
      next.message !== message || next.space !== space || next.side !== side || Boolean(tools || next.tools)
    );
  }

  override render({ space, side, message, tools }: MessageProps) {
    return <Bubble space={space} side={side} message={message} tools={tools} />;
  }
}

function Bubble({ space, side, message, tools }: MessageProps) {
  const [leaving, setLeaving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { mine, withdrawn, by } = message;
  const files = message.files.length + message.own_files.length > 0;
  return (
    <>
      <div class={withdrawn ? "bubble gone" : "bubble"}>
        <span class="hidden">{mine ? t("You:") : `${by}:`}</span>
        {withdrawn && <p>{goneWords(message)}</p>}
        {/* Plain text: an address in it is never a link that could be tapped by mistake. */}
        {message.body && (
          <p class="words" dir="auto">
            {safeWords(message.body)}
          </p>
        )}
        {files && <MessageFiles space={space} message={message} />}
      </div>
      <Under {...{ space, side, message, tools, opener, leaving }} onLeave={() => setLeaving(true)} />
      {message.refused && <NotTaken message={message} />}
      {leaving && !withdrawn && (
        <TakeBack
          space={space}
          side={side}
          message={message.id}
          onStay={() => {
            setLeaving(false);
            opener.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}

interface UnderProps {
  space: string;
  side: Side;
  message: ShownMessage;
  tools?: Tools | undefined;
  opener: RefObject<HTMLButtonElement | null>;
  leaving: boolean;
  onLeave: () => void;
}

function Under({ space, side, message, tools, opener, leaving, onLeave }: UnderProps) {
  const { mine, withdrawn, refused, by } = message;
  const said = mine ? stateWords(message, side) : null;
  return (
    <div class="under">
      <span>
        {!mine && (
          <>
            <bdi>{by}</bdi>
            {" · "}
          </>
        )}
        {timeWords(message)}
        {said && " · "}
        {said && <State space={space} message={message} said={said} />}
      </span>
      {!mine && !withdrawn && tools?.(message)}
      {side === "young" && <Made message={message} />}
      {mine && !withdrawn && !refused && (
        <button
          type="button"
          ref={opener}
          aria-expanded={leaving}
          aria-label={aboutMessage(t("Take back"), message)}
          onClick={onLeave}
        >
          {t("Take back")}
        </button>
      )}
    </div>
  );
}

/** Where my message is now: of one that waits with files, how far they came. */
function State({ space, message, said }: Pick<MessageProps, "space" | "message"> & { said: string }) {
  const { waiting, withdrawn, own_files } = message;
  if (!waiting || withdrawn || own_files.length === 0) return <>{said}</>;
  return <Sending space={space} files={own_files} otherwise={said} />;
}

/** What their adviser made of a young person's message. */
function Made({ message }: Pick<MessageProps, "message">) {
  const { marked } = message;
  if (!marked?.id) return null;
  const [words, href] =
    marked.as === "request"
      ? [t("See the request"), `/asks/${marked.id}`]
      : [t("See the date"), `/dates/${marked.id}`];
  return (
    <Link href={href} aria-label={aboutMessage(words, message)}>
      {words}
    </Link>
  );
}

interface TakeBackProps {
  space: string;
  side: Side;
  message: string;
  onStay: () => void;
}

function TakeBack({ space, side, message, onStay }: TakeBackProps) {
  const [full, setFull] = useState(false);
  const withdraw = () =>
    queueOperation(space, "message.withdraw", { message }).catch(() => {
      setFull(true);
    });
  return (
    <Note live>
      <p>
        {t(
          "Take it back? Nobody can read it here any more, and both of you see that a message was taken back.",
        )}{" "}
        {side === "young"
          ? t("Your council keeps it in your record.")
          : t("It stays in the young person’s record.")}
      </p>
      {full && (
        <p role="alert">
          {t("This phone could not read or write its storage. Close other apps, then try again.")}
        </p>
      )}
      <div class="row wraps">
        <Button small onClick={() => void withdraw()}>
          {t("Take it back")}
        </Button>
        <Button small look="quiet" onClick={onStay}>
          {t("Keep it")}
        </Button>
      </div>
    </Note>
  );
}
