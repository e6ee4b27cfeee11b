/** What a result means, in words that promise no more than the law does. Pure. */
import type { Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { ageAt, birthdayAt } from "../check/draft";
import type { EntitlementResult, Leaf } from "../check/rules/types";
import { joined, leafClauses } from "./leaf-words";

/** True for what somebody should get, by an Act or by guidance; the rest depends on a choice. */
export function isOwed(entry: Entitlement): boolean {
  return entry.kind === "law_must" || entry.kind === "guidance";
}

/** The heading of the block that says how somebody stands. */
export function stateTitle(entry: Entitlement, { state, on, event }: EntitlementResult): string {
  switch (state) {
    case "now":
      if (entry.kind === "law_must") return t("You should get this");
      return entry.kind === "guidance"
        ? t("Government guidance says you should get this")
        : t("You may be able to get this");
    case "maybe":
      return t("Maybe: one question decides");
    case "later":
      if (on && !event) return t("From {date}", { date: formatDate(on, "long") });
      return t("Not yet");
    case "ended":
      return on ? t("This ended on {date}", { date: formatDate(on, "long") }) : t("This has ended");
    case "not":
      return t("Probably not for you");
  }
}

/** What is true of the person, by the key of the conditions that ask for it: of a list of codes, only these are said. */
export type Own = Partial<Record<string, readonly string[]>>;

/** The reason as a sentence; empty when there is nothing to say. */
export function stateReason(entry: Entitlement, result: EntitlementResult, own: Own = {}): string {
  const fits = result.state === "now" || result.state === "maybe";
  const leaves = fits
    ? result.because.filter(worthSaying).map((leaf) => narrowed(leaf, own))
    : result.because;
  const because = joined(leafClauses(leaves, entry));
  switch (result.state) {
    case "now":
      return because ? t("Because {reasons}.", { reasons: because }) : t("Because it is for everybody.");
    case "maybe":
      return because ? t("What fits already: {reasons}.", { reasons: because }) : "";
    case "later":
      return laterReason(entry, result, because);
    default:
      return because ? t("It is for you only if {reasons}.", { reasons: because }) : "";
  }
}

/** That a law has started, or that somebody is not among those left out, is no reason that anybody would give. */
function worthSaying({ key }: Leaf): boolean {
  return !["applies_from", "applies_to", "not_for"].includes(key);
}

/** "You are in care" instead of all that somebody might be to get it. */
function narrowed(leaf: Leaf, own: Own): Leaf {
  const mine = own[leaf.key];
  if (leaf.not || !mine || !Array.isArray(leaf.value)) return leaf;
  const value = leaf.value.filter((code) => mine.includes(code));
  return value.length > 0 ? { ...leaf, value } : leaf;
}

function laterReason(entry: Entitlement, { on, event }: EntitlementResult, because: string): string {
  const when = joined(leafClauses(event ?? [], entry));
  if (!when) return because ? t("It starts when {reasons}.", { reasons: because }) : "";
  return on
    ? t("It starts when {event}, from {date} on.", { event: when, date: formatDate(on, "long") })
    : t("It starts when {event}.", { event: when });
}

/** Until when it fits, as an age where that is what ends it; null when nothing is known to end it. */
export function untilWords(until: string | null, dob: string): string | null {
  if (until === null) return null;
  const age = ageAt(dob, until);
  return birthdayAt(dob, age) === until
    ? t("until you are {age}", { age })
    : t("until {date}", { date: formatDate(until, "long") });
}

/** The small words on a list that say when it comes, or since when it is over. */
export function stateTag(entry: Entitlement, result: EntitlementResult): string | null {
  const { state, on, event } = result;
  if (state === "later") {
    const [first] = leafClauses(event ?? [], entry);
    if (event?.some(({ key }) => key === "commencement")) return t("Not started yet");
    if (first) return t("When {event}", { event: first });
    return on ? t("From {date}", { date: formatDate(on, "long") }) : null;
  }
  return state === "ended" && on ? t("Ended {date}", { date: formatDate(on, "long") }) : null;
}
