/**
 * Judges a condition tree of the content for one person on one day: it holds, it does not, or it depends. Three values
 * (true, false, null) as in Kleene's logic. Besides the value a verdict says what holds, what is still open and what is
 * against, as leaves that the screens put into words. Pure.
 */
import type { Condition } from "../../../data/content-types";
import type { Open } from "./status";
import type { Circumstances, Leaf } from "./types";

// What a person may start one day, so that "not now" means "when you do". Nobody plans for custody or homelessness.
const HOMES = ["own_tenancy_private", "own_tenancy_social", "halls", "supported"];
const STARTS = ["in_education", "full_time", "on_uc"];

/** What is known about somebody on a day. `statuses` is every status that is still possible. */
export interface Person {
  day: string;
  age: number;
  statuses: string[];
  inLearning: Open;
  facts: Circumstances;
  council: string | null;
  homeCouncil: string | null;
  /** An answer tried out: what if this leaf, which is open, were so, or not so? */
  tried?: [Leaf, boolean];
  /** Whether to take as started what a person may start one day. */
  started?: true;
}

/** A value with its reasons: what holds (true, open) or what is against (false), and what is still open. */
export interface Verdict {
  value: Open;
  because: Leaf[];
  open: Leaf[];
}

/** The verdict on one node: all of its keys must hold; an empty node is everybody. */
export function judge(node: Condition, person: Person): Verdict {
  const below = (nodes: Condition[] = []) => nodes.map((one) => judge(one, person));
  return both([
    ...leavesOf(node).map((leaf) => leafVerdict(said(leaf.key, leaf.value, person), leaf)),
    ...below(node.all),
    ...(node.any ? [either(below(node.any))] : []),
    ...below(ruledOut(node)).map(opposite),
  ]);
}

/** What a node asks by itself, beside its groups. */
const leavesOf = (node: Condition): Leaf[] =>
  Object.keys(node)
    .filter((key) => key in LEAVES)
    .map((key) => ({ key, value: wanted(key, node) }));

const wanted = (key: string, node: Condition): unknown =>
  node[(key === "ask" ? "ask_id" : key) as keyof Condition];

/** The nodes of which none may hold: `not` is one, or a list. */
export const ruledOut = ({ not = [] }: Condition): Condition[] => (Array.isArray(not) ? not : [not]);

/** The value of the verdict alone, which takes a fraction of the time: most days are only asked for that. */
export const truthOf = (node: Condition, person: Person): Open =>
  allHold(Object.keys(node), (key) => {
    const value = (one: Condition) => truthOf(one, person);
    const opposite = (one: Condition) => negated(value(one));
    if (key === "all") return allHold(node.all ?? [], value);
    if (key === "any") return negated(allHold(node.any ?? [], opposite));
    if (key === "not") return allHold(ruledOut(node), opposite);
    return key in LEAVES ? said(key, wanted(key, node), person) : true;
  });

/** Whether all hold: the first that does not settles it, whatever is open. */
export function allHold<T>(parts: T[], truthOfPart: (part: T) => Open): Open {
  let value: Open = true;
  for (const part of parts) {
    const found = truthOfPart(part);
    if (found === false) return false;
    if (found === null) value = null;
  }
  return value;
}

/** The opposite; what is open stays open. */
export const negated = (value: Open): Open => (value === null ? null : !value);

/** The verdict that all parts hold. */
export function both(parts: Verdict[]): Verdict {
  const value = allHold(parts, (part) => part.value);
  const telling = value === false ? parts.filter((part) => part.value === false) : parts;
  return { value, because: join(telling.map(because)), open: join(telling.map(open)) };
}

/** The verdict that one part or more holds. */
function either(parts: Verdict[]): Verdict {
  const found = parts.find(({ value }) => value);
  if (found) return found;
  if (parts.some(({ value }) => value === null)) return unsettled(join(parts.map(open)));
  return { value: false, because: join(parts.map(because)), open: [] };
}

/** The verdict of a single leaf. */
export const leafVerdict = (value: Open, leaf: Leaf): Verdict =>
  value === null ? unsettled([leaf]) : { value, because: [leaf], open: [] };

const unsettled = (open: Leaf[]): Verdict => ({ value: null, because: [], open });

const because = (verdict: Verdict) => verdict.because;
const open = (verdict: Verdict) => verdict.open;

function opposite({ value, because, open }: Verdict): Verdict {
  if (value === null) return unsettled(open);
  const flip = ({ not, ...leaf }: Leaf): Leaf => (not ? leaf : { ...leaf, not: true });
  return { value: !value, because: because.map(flip), open: [] };
}

/** All leaves in order, each once. */
function join(groups: Leaf[][]): Leaf[] {
  const found = new Map<string, Leaf>();
  for (const leaf of groups.flat()) {
    const name = JSON.stringify(leaf);
    if (!found.has(name)) found.set(name, leaf);
  }
  return [...found.values()];
}

/** Whether a person fits what one key wants. */
function said(key: string, value: unknown, person: Person): Open {
  const found = LEAVES[key]?.(value as never, person) ?? null;
  const { tried, started } = person;
  if (found === null && tried && isSame(tried[0], { key, value })) return tried[1];
  return found === false && started && mayStart({ key, value }) ? true : found;
}

const isSame = (one: Leaf, other: Leaf) => JSON.stringify(one) === JSON.stringify(other);

/** Whether a leaf is something that a person may start one day, like a degree or a tenancy. */
export function mayStart({ key, value }: Leaf): boolean {
  const codes = Array.isArray(value) ? value : [];
  if (key === "living") return HOMES.some((home) => codes.includes(home));
  if (key === "in_education") return codes.join() !== "none";
  return STARTS.includes(key) && value === true;
}

/** Whether the person's status is one of these; null when it may be and may not be. */
export function statusIn(wanted: string[], { statuses, inLearning }: Person): Open {
  const found = new Set(
    statuses.map((status) => {
      if (wanted.includes(status)) return true;
      if (status === "unknown") return null;
      return status === "frc" && wanted.includes("frc_education") ? inLearning : false;
    }),
  );
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

const isKnown = <T>(value: T | null | undefined): value is T => (value ?? "not_sure") !== "not_sure";

const code =
  (key: "in_education" | "immigration" | "living") =>
  (wanted: string[], { facts }: Person): Open => {
    const found = facts[key];
    return isKnown(found) ? wanted.includes(found) : null;
  };

const asked = (found: unknown, wanted: boolean): Open =>
  found === "yes" ? wanted : found === "no" ? !wanted : null;

const yesNo =
  (key: "full_time" | "parent" | "pregnant" | "disabled_or_ill" | "on_uc") =>
  (wanted: boolean, { facts }: Person) =>
    asked(facts[key], wanted);

const council =
  (key: "council" | "homeCouncil") =>
  (wanted: string, person: Person): Open =>
    person[key] === null ? null : person[key] === wanted;

/** What each key of a condition asks: the same keys as in the content's schema. */
const LEAVES: Record<string, (wanted: never, person: Person) => Open> = {
  age_min: (least: number, { age }: Person) => age >= least,
  age_max: (most: number, { age }: Person) => age <= most,
  status_any: statusIn,
  in_education: code("in_education"),
  immigration: code("immigration"),
  living: code("living"),
  full_time: yesNo("full_time"),
  parent: yesNo("parent"),
  pregnant: yesNo("pregnant"),
  disabled_or_ill: yesNo("disabled_or_ill"),
  on_uc: yesNo("on_uc"),
  savings_max: (most: number, { facts }: Person) => (isKnown(facts.savings) ? facts.savings <= most : null),
  council: council("council"),
  home_council: council("homeCouncil"),
  date_from: (first: string, { day }: Person) => day >= first,
  date_to: (last: string, { day }: Person) => day <= last,
  ask: (question: string, { facts }: Person) => asked(facts.asks?.[question], true),
};
