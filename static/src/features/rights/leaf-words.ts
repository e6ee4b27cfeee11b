/** The reasons of a result in plain words: why somebody gets something, or what speaks against it. Pure. */
import type { Condition, Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import type { Leaf } from "../check/rules/types";
import { plainWords, statusList } from "./who";

/** What has to be so for these leaves to hold, as ends of sentences ("you are 18 or over"). */
export function leafClauses(leaves: readonly Leaf[], entry: Entitlement): string[] {
  const said: Condition = {};
  for (const { key, value, not } of leaves)
    if (!not && key !== "ask" && key in PLAIN) Object.assign(said, { [key]: value });
  const rest = leaves.flatMap((leaf) => otherClause(leaf, entry) ?? []);
  return [...plainWords(said), ...rest];
}

// Keys that the words of conditions know. Two ages make one clause, so they are said together.
const PLAIN: Record<string, true> = {
  ...{ age_min: true, age_max: true, status_any: true, in_education: true, full_time: true, parent: true },
  ...{ pregnant: true, disabled_or_ill: true, immigration: true, living: true, on_uc: true },
  ...{ savings_max: true, council: true, home_council: true, date_from: true, date_to: true },
};
const YES_NO = ["full_time", "parent", "pregnant", "disabled_or_ill", "on_uc"];

function otherClause(leaf: Leaf, entry: Entitlement): string | null {
  const { key, value, not } = leaf;
  if (key === "ask") {
    const question = askText(entry, String(value));
    if (question === null) return null;
    return not
      ? t("the answer to “{question}” is no", { question })
      : t("the answer to “{question}” is yes", { question });
  }
  if (not && YES_NO.includes(key)) return plainWords({ [key]: value !== true })[0] ?? null;
  if (not && key in PLAIN) {
    const [words] = plainWords({ [key]: value } as Condition);
    return words ? t("it is not so that {words}", { words }) : null;
  }
  switch (key) {
    case "applies_from":
      return t("it is {date} or later", { date: formatDate(String(value), "long") });
    case "applies_to":
      return t("it is not later than {date}", { date: formatDate(String(value), "long") });
    case "not_for":
      return t("you are none of these: {list}", { list: statusList(value as string[]) });
    case "commencement":
      return t("the law for this starts. As far as we know it has not yet: ask");
    default:
      return null;
  }
}

/** The text of a question by its id; null when the entry no longer asks it. */
export function askText(entry: Entitlement, id: string): string | null {
  const trees = [entry.who, ...(entry.amounts ?? []).map((amount) => amount.who ?? {})];
  for (const tree of trees) {
    const found = askIn(tree, id);
    if (found) return found;
  }
  return null;
}

function askIn(node: Condition, id: string): string | null {
  if (node.ask && node.ask_id === id) return node.ask;
  const ruledOut = node.not ? (Array.isArray(node.not) ? node.not : [node.not]) : [];
  for (const below of [...(node.all ?? []), ...(node.any ?? []), ...ruledOut]) {
    const found = askIn(below, id);
    if (found) return found;
  }
  return null;
}

/** Clauses as one sentence part: "you are 18, and you are a care leaver". */
export function joined(clauses: readonly string[]): string {
  return clauses.join(t(", and "));
}
