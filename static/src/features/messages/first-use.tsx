/** Who reads a conversation, what must be passed on, and how long it is kept: once in full, then behind a tap. */
import { useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { firstName } from "../../data/first-name";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { keptWords } from "./kept-words";

export interface WhoReadsProps {
  side: "young" | "staff";
  /** The other side: the adviser (null: the duty team), or the young person. */
  name: string | null;
}

interface FirstUseProps extends WhoReadsProps {
  /** It was read before: it stands behind a tap. */
  read: boolean;
  onRead: () => void;
}

export function FirstUse({ side, name, read, onRead }: FirstUseProps) {
  const pressed = useRef(false);
  const opener = useRef<HTMLElement>(null);
  // The button goes away with the words: the focus goes on to where they are now. Not for whoever writes on.
  useEffect(() => {
    if (read && pressed.current) opener.current?.focus({ preventScroll: true });
  }, [read]);
  if (read)
    return (
      <details class="who-reads">
        <summary ref={opener}>
          <span>{t("Who sees this?")}</span>
          <Icon name="down" />
        </summary>
        <div class="prose s">
          <Lines side={side} name={name} />
          <WhereToLook side={side} />
        </div>
      </details>
    );
  return (
    <div class="note go first-use">
      <p class="strong">{t("Before you write: who sees this")}</p>
      <Lines side={side} name={name} />
      <div class="row wraps">
        <Button
          small
          onClick={() => {
            pressed.current = true;
            onRead();
          }}
        >
          {t("I understand")}
        </Button>
        <WhereToLook side={side} />
      </div>
    </div>
  );
}

function Lines(props: WhoReadsProps) {
  const lines = props.side === "young" ? forYoung(props.name) : forStaff(props.name ?? "");
  return (
    <ul class="dots">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function WhereToLook({ side }: Pick<WhoReadsProps, "side">) {
  if (side !== "young") return null;
  return (
    <Link href="/me/looks" class="tap">
      {t("Who looked")}
    </Link>
  );
}

function forYoung(adviser: string | null): string[] {
  const name = (adviser && firstName(adviser)) ?? t("your council’s duty team");
  return [
    adviser
      ? t("You and {name}, and whoever covers for {name}. It is kept as part of your record.", { name })
      : t("You and {name}. It is kept as part of your record.", { name }),
    t("A manager can look too, but must say why. You can see who looked."),
    t(
      "If you or someone else could get badly hurt, they must tell people who can help. They tell you first if they can.",
    ),
    t("You can take a message back. Then nobody sees it here, but it stays in your record."),
    keptWords() ?? t("Councils keep a care record at least until your 75th birthday."),
    t("No computer looks through your words. Only people read them."),
  ];
}

function forStaff(name: string): string[] {
  return [
    t("{name}, you, and whoever covers for you. {name} can see who opened it.", { name }),
    t("A manager can look too, but must say why, and {name} can see that.", { name }),
    t("It is kept with the care record. {name} may read it again in many years.", { name }),
  ];
}
