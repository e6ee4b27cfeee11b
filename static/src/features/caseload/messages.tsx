/** The conversation with a young person, as their adviser or whoever covers sees it; with the list beside it where there is room. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Link, useParams } from "wouter-preact";
import { type ShownMessage, safeWords } from "../../data/messages-view";
import { t } from "../../i18n/index";
import { today } from "../../ui/dated";
import { ErrorSummary } from "../../ui/error-summary";
import { Page } from "../../ui/page";
import { Tag } from "../../ui/tag";
import { Conversation } from "../messages/conversation";
import { StaffGate } from "./gate";
import { aboutWords } from "./list-rows";
import { MessageTools } from "./messages-tools";
import { threadEnd } from "./messages-waiting";
import { needWords } from "./need-words";
import { passportOf, people } from "./people";
import { NotHere, PEOPLE } from "./person";
import { PersonTabs } from "./person-tabs";
import { QuickReplies } from "./quick";
import { inOrder, messageNeed, type Person } from "./rules";
import { useSave } from "./save";
import { useWide } from "./wide";

/** More would not fit on one line beside the conversation. */
const SNIPPET = 80;

export function PersonMessages() {
  const { space } = useParams<{ space: string }>();
  const passport = passportOf(space);
  const wide = useWide();
  if (!passport) return <NotHere space={space} />;
  const { person } = passport;
  return (
    <Page
      title={person.name}
      docTitle={t("{name}: messages", { name: person.name })}
      back={PEOPLE()}
      wide
      sub={<p>{aboutWords(person, Date.now())}</p>}
    >
      <StaffGate only="adviser">
        <PersonTabs person={person} current="messages" />
        <div class={wide ? "staff-inbox" : "stack"}>
          {wide && <Beside current={space} />}
          <div class="stack staff-talk">
            <Conversation
              key={space}
              space={space}
              side="staff"
              tools={(message: ShownMessage) => <MessageTools space={space} message={message} />}
              quick={(insert) => (
                <>
                  <Waits person={person} />
                  <QuickReplies space={space} insert={insert} />
                </>
              )}
            />
          </div>
        </div>
      </StaffGate>
    </Page>
  );
}

/** Everyone, those who wait first, so that the next conversation is one tap away. */
function Beside({ current }: { current: string }) {
  return (
    <nav class="staff-beside" aria-label={t("My young people")}>
      <ul class="bare">
        {inOrder(people.value, Date.now()).map((person) => (
          <li key={person.space}>
            <Link
              href={`/people/${person.space}/messages`}
              aria-current={person.space === current ? "page" : undefined}
            >
              <b class="grow">{person.name}</b>
              <MessageTag person={person} />
              <LastWords space={person.space} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How the conversation ended so far, on one line. */
function LastWords({ space }: { space: string }) {
  const last = threadEnd(space).messages.at(-1);
  if (!last?.body) return null;
  return (
    <span class="meta" dir="auto">
      {safeWords(last.body.slice(0, SNIPPET))}
    </span>
  );
}

function MessageTag({ person: { message } }: { person: Person }) {
  if (!message) return null;
  const { look, words } = needWords(messageNeed(message, today()));
  return <Tag look={look}>{words}</Tag>;
}

/** That they wait, and a way to say that nothing needs an answer, such as after "Thanks!": whoever covers sees it too. */
function Waits({ person }: { person: Person }) {
  const [settled, setSettled] = useState(false);
  const { message, space } = person;
  const { save, errors } = useSave(space);
  const none = async () => {
    for (const id of message?.open ?? [])
      if (!(await save("message.mark", { message: id, as: "none", id: null }))) return;
    setSettled(true);
  };
  const said = useRef<HTMLParagraphElement>(null);
  const done = settled && !message;
  // The button is gone then, and the focus with it.
  useEffect(() => {
    if (done && document.activeElement === document.body) said.current?.focus({ preventScroll: true });
  }, [done]);
  return (
    <>
      <p class={done ? "s soft" : "hidden"} role="status" tabIndex={-1} ref={said}>
        {done && t("Nothing waits for your answer.")}
      </p>
      <ErrorSummary errors={errors} title={t("It is not marked yet")} />
      {message && (
        <div class="row wraps">
          <MessageTag person={person} />
          <button type="button" class="btn text small" onClick={() => void none()}>
            {t("No answer needed")}
          </button>
        </div>
      )}
    </>
  );
}
