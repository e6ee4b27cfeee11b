/** One help line: who it is for, when, and its numbers as links that call, text or open. */
import type { HelpContact, HelpLine } from "../../data/types";
import { t } from "../../i18n/index";
import { Both, inBoth } from "../../ui/beside";
import { Card } from "../../ui/card";
import { Icon, type IconName } from "../../ui/icon";
import { Tag } from "../../ui/tag";

const ICONS: Record<HelpContact["type"], IconName> = {
  call: "phone",
  text: "text",
  web: "web",
  email: "email",
  relay: "phone",
};

/** Where a tap on it leads. */
export function contactAddress({ type, value, word }: HelpContact): string {
  switch (type) {
    case "call":
    case "relay":
      return `tel:${value.replace(/[^\d+]/g, "")}`;
    case "text":
      return `sms:${value.replace(/[^\d+]/g, "")}${word ? `?body=${encodeURIComponent(word)}` : ""}`;
    case "email":
      return `mailto:${value}`;
    case "web":
      return value;
  }
}

export function contactWords({ type, value, word }: HelpContact): string {
  switch (type) {
    case "call":
      return t("Call {number}", { number: value });
    case "relay":
      return t("Text relay {number}", { number: value });
    case "text":
      return word
        ? t("Text {word} to {number}", { word, number: value })
        : t("Text {number}", { number: value });
    case "email":
      return t("Email {address}", { address: value });
    case "web":
      return value.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, "");
  }
}

interface ContactLinkProps {
  contact: HelpContact;
  title: string;
  /** The note before it was translated. */
  note: string | undefined;
}

function ContactLink({ contact, title, note }: ContactLinkProps) {
  return (
    <li>
      <a
        class={contact.type === "call" ? "btn" : "btn quiet"}
        href={contactAddress(contact)}
        rel="noreferrer"
      >
        <Icon name={ICONS[contact.type]} />
        <span>
          <bdi>
            {contact.type === "text" ? (
              <Both {...inBoth(() => contactWords(contact))} />
            ) : (
              contactWords(contact)
            )}
          </bdi>
          <span class="hidden">, {title}</span>
        </span>
      </a>
      {contact.note && contact.note !== "free" && (
        <p class="meta">
          <Both text={contact.note} english={note} />
        </p>
      )}
    </li>
  );
}

export function LineCard({ line }: { line: HelpLine }) {
  const { english } = line;
  return (
    <Card>
      <div class="row wraps">
        <h3 class="grow">
          <Both text={line.title} english={english?.title} />
        </h3>
        {line.free && <Tag look="go">{t("Free")}</Tag>}
      </div>
      <p class="s">
        <Both text={line.who} english={english?.who} />
      </p>
      <p class="s soft">
        <Both text={line.hours} english={english?.hours} />
      </p>
      <ul class="bare stack tight">
        {line.contacts.map((contact, at) => (
          <ContactLink
            key={contact.type + contact.value}
            contact={contact}
            title={line.title}
            note={english?.contacts?.[at]?.note}
          />
        ))}
      </ul>
    </Card>
  );
}
