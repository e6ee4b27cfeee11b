/**
 * Says in plain words who can get something, from the condition tree of an entry. A start date that has passed says nothing more.
 * The codes are those of the content files; a code this version does not know is left out rather than shown raw.
 */
import type { Condition } from "../../data/types";
import { formatDate, formatMoney, t } from "../../i18n/index";
import { today } from "../../ui/dated";
import { educationWords, immigrationWords, livingWords, statusWords } from "./codes";

/** How the items of a group belong together: all of them, any one of them, or none of them. */
export interface WhoGroup {
  join: "all" | "any" | "none";
  items: (string | WhoGroup)[];
}

/** The tree as groups of clauses ("you are 18 or over"), with groups of one and groups inside a group of the same kind taken apart. */
export function whoGroup(condition: Condition): WhoGroup {
  const items: WhoGroup["items"] = plainWords(condition);
  for (const [join, nodes] of branches(condition)) {
    const group = tidy({ join, items: nodes.map((node) => whoGroup(node)) });
    if (group.items.length > 0) items.push(group);
  }
  return tidy({ join: "all", items });
}

/** True when the tree asks nothing: the entry is for everybody. */
export function isForEverybody(condition: Condition): boolean {
  return whoGroup(condition).items.length === 0;
}

function branches({ any, all, not }: Condition): [WhoGroup["join"], Condition[]][] {
  const found: [WhoGroup["join"], Condition[]][] = [];
  if (all) found.push(["all", all]);
  if (any) found.push(["any", any]);
  if (not) found.push(["none", Array.isArray(not) ? not : [not]]);
  return found;
}

function tidy({ join, items }: WhoGroup): WhoGroup {
  const flat = items.flatMap((item) => {
    if (typeof item === "string") return [item];
    if (item.items.length === 0) return [];
    const alone = item.items.length === 1 && item.join !== "none";
    return alone || (item.join === join && join !== "none") ? item.items : [item];
  });
  const [only] = flat;
  if (flat.length === 1 && only && typeof only !== "string" && join !== "none") return only;
  return { join, items: flat };
}

/** The clauses of one node, without what its branches say. */
export function plainWords(node: Condition): string[] {
  return [
    ageWords(node),
    listWords(node.status_any, statusWords(), (list) => t("you are {list}", { list })),
    listWords(node.in_education, educationWords(), (list) => t("you are {list}", { list })),
    yesNo(node.full_time, t("you study full time"), t("you study part time")),
    yesNo(node.parent, t("you have a child"), t("you do not have a child")),
    yesNo(node.pregnant, t("you are pregnant"), t("you are not pregnant")),
    yesNo(
      node.disabled_or_ill,
      t("you are disabled, or ill for a long time"),
      t("you are not disabled or ill for a long time"),
    ),
    listWords(node.immigration, immigrationWords(), (list) => list),
    listWords(node.living, livingWords(), (list) => t("you live {list}", { list })),
    yesNo(node.on_uc, t("you get Universal Credit"), t("you do not get Universal Credit")),
    node.savings_max === undefined
      ? null
      : t("you have {money} or less in savings", { money: formatMoney(node.savings_max * 100) }),
    node.council ? t("your leaving care council is {council}", { council: node.council }) : null,
    node.home_council ? t("you live in {council}", { council: node.home_council }) : null,
    node.date_from && node.date_from > today()
      ? t("it is {date} or later", { date: formatDate(node.date_from, "long") })
      : null,
    node.date_to ? t("it is not later than {date}", { date: formatDate(node.date_to, "long") }) : null,
    node.ask ? t("you can say yes to “{question}”", { question: node.ask }) : null,
  ].filter((words) => words !== null);
}

function ageWords({ age_min, age_max }: Condition): string | null {
  if (age_min !== undefined && age_max !== undefined) {
    if (age_min === age_max) return t("you are {age}", { age: age_min });
    return t("you are aged {from} to {to}", { from: age_min, to: age_max });
  }
  if (age_min !== undefined) return t("you are {age} or over", { age: age_min });
  if (age_max !== undefined) return t("you are {age} or under", { age: age_max });
  return null;
}

function yesNo(answer: boolean | undefined, yes: string, no: string): string | null {
  if (answer === undefined) return null;
  return answer ? yes : no;
}

function listWords(
  codes: string[] | undefined,
  wordsOf: Record<string, string>,
  sentence: (list: string) => string,
): string | null {
  const words = (codes ?? []).map((code) => wordsOf[code]).filter((word) => word !== undefined);
  return words.length === 0 ? null : sentence(words.join(t(", or ")));
}

/** The plain names of legal statuses, for the list of those whom something is not for. */
export function statusList(codes: string[]): string {
  return codes
    .map((code) => statusWords()[code])
    .filter((words) => words !== undefined)
    .join("; ");
}
