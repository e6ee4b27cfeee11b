/** Why notices were given up, put together by reason, and what a manager can do about each. */
import { t } from "../../i18n/index";

/** One delivery that was given up. */
export interface Parked {
  id: string;
  space: string;
  to: "young_person" | "adviser";
  kind: string;
  channel: "push" | "text" | "email";
  due: string;
  tries: number;
  reason: string;
}

export interface Reason {
  reason: string;
  channel: Parked["channel"];
  /** Sides of spaces: nobody is counted twice for one reason. */
  people: number;
  notices: number;
}

/** Pure: the reason that touches most people first. */
export function byReason(parked: readonly Parked[]): Reason[] {
  const found = new Map<string, { one: Parked; who: Set<string>; notices: number }>();
  for (const one of parked) {
    const key = `${one.channel} ${one.reason}`;
    const group = found.get(key) ?? { one, who: new Set<string>(), notices: 0 };
    group.who.add(`${one.space} ${one.to}`);
    group.notices++;
    found.set(key, group);
  }
  return [...found.values()]
    .map(({ one: { reason, channel }, who, notices }) => ({ reason, channel, people: who.size, notices }))
    .sort((a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1));
}

interface Words {
  what: string;
  todo: string;
}

/** What went wrong and what to do. A reason that is not known here is said as what it is: unknown. */
export function reasonWords(reason: string, channel: Parked["channel"]): Words {
  switch (reason) {
    case "wrong-address":
    case "no-address":
      return channel === "text"
        ? {
            what: t("The mobile number does not work"),
            todo: t("Ask their PA to check the number with them. They can change it under Me."),
          }
        : {
            what: t("The email address does not work"),
            todo: t("Ask their PA to check the address with them. They can change it under Me."),
          };
    case "not-delivered":
      return {
        what: t("The text or email never arrived"),
        todo: t("The phone may be off or have no credit. Ask their PA to call or visit."),
      };
    case "too-many":
    case "service-in-trouble":
    case "service-error":
      return {
        what: t("The service that sends for us was in trouble"),
        todo: t("It may be over by now. If the number grows, tell whoever runs this server."),
      };
    case "no-push-key":
    case "no-sender":
    case "not-a-push-service":
    case "private-address":
    case "our-mistake":
    case "too-large":
      return {
        what: t("Our server is not set up to send this"),
        todo: t("Tell whoever runs this server. Nobody here can put it right."),
      };
    default:
      return {
        what: t("We do not know why"),
        todo: t("Tell whoever runs this server if there are more of these."),
      };
  }
}
