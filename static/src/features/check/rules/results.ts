/**
 * What a person gets: each entitlement as now, later, ended, maybe or probably not, with the reasons and the amounts.
 * Never a flat no: what does not fit is "probably not", with what is against it, so that it can be challenged. Pure.
 */
import type { Amount, Entitlement } from "../../../data/content-types";
import { type Day, toIso } from "./ages";
import { Course } from "./person";
import { type Open, statusOf } from "./status";
import type { AmountResult, CheckInput, CheckResult, EntitlementResult, Leaf, Missing } from "./types";
import {
  allHold,
  both,
  judge,
  leafVerdict,
  mayStart,
  negated,
  type Person,
  statusIn,
  truthOf,
  type Verdict,
} from "./who";

type Figures = Pick<Amount, "values">;

// Said or enacted, but not started as far as we know: never "now".
const COMMENCEMENT: Leaf = { key: "commencement", value: null };
/** Whether it has started, as far as we know. */
export const isStarted = ({ kind }: Entitlement) => kind !== "announced" && kind !== "enacted_not_commenced";

/** The whole check: the status, and what each entry is to the person, in the order of the entries. */
export function check(input: CheckInput): CheckResult {
  const course = new Course(input);
  const status = statusOf(course.standing);
  const { immigration } = input.circumstances;
  if (immigration === "asylum_pending" || immigration === "appeal_rights_exhausted")
    status.flags = [...status.flags, "E7"].sort();
  const entitlements = input.entries.map((entry) => resultOf(entry, course));
  return { status, entitlements, missing: missing(input.entries, entitlements) };
}

/** JSON in its one form: keys in order, no spaces. The server writes the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`;
}

function resultOf(entry: Entitlement, course: Course): EntitlementResult {
  const person = course.on(course.today);
  const { value, because, open } = verdictOn(entry, person);
  const result: EntitlementResult = {
    id: entry.id,
    state: "not",
    on: null,
    event: null,
    ask: null,
    because,
    until: null,
    amounts: [],
  };
  if (value === false) return { ...result, ...notNow(entry, course) };
  result.amounts = amounts(entry, person);
  if (!isStarted(entry)) return { ...result, state: "later", event: [COMMENCEMENT] };
  result.until = until(entry, course);
  return value
    ? { ...result, state: "now" }
    : { ...result, state: "maybe", ask: settling(entry, person, open) };
}

/** The verdict on an entry as a whole: the time it applies, whom it is not for, and its condition. */
function verdictOn(entry: Entitlement, person: Person): Verdict {
  const bounds = boundsOf(entry, person).map(([value, leaf]) => leafVerdict(value, leaf));
  return both([...bounds, judge(entry.who, person)]);
}

/** The value of that verdict alone. */
function truthFor(entry: Entitlement, person: Person): Open {
  const bounds = allHold(boundsOf(entry, person), ([value]) => value);
  return bounds === false ? bounds : allHold([bounds, truthOf(entry.who, person)], (value) => value);
}

function boundsOf({ applies, not_for = [] }: Entitlement, person: Person): [Open, Leaf][] {
  const found: [Open, Leaf][] = [];
  const { from, to } = applies ?? {};
  if (from) found.push([person.day >= from, { key: "applies_from", value: from }]);
  if (to) found.push([person.day <= to, { key: "applies_to", value: to }]);
  if (not_for.length > 0)
    found.push([negated(statusIn(not_for, person)), { key: "not_for", value: not_for }]);
  return found;
}

/** Whether an entry fits, or may fit. */
export const fits = (entry: Entitlement, person: Person) => truthFor(entry, person) !== false;

function notNow(entry: Entitlement, course: Course): Partial<EntitlementResult> {
  const turns = course.turningDays(entry);
  const ahead = turns.filter((day) => day > course.today);
  const started = isStarted(entry);
  const next = ahead.find((day) => fits(entry, course.on(day)));
  if (next !== undefined) {
    const event = started ? null : [COMMENCEMENT];
    return { state: "later", on: toIso(next), event, amounts: amounts(entry, course.on(next), course.today) };
  }
  if (!started) return {};
  const since = ended(entry, course, turns);
  if (since !== null) return { state: "ended", on: toIso(since) };
  const day = [course.today, ...ahead].find((one) => fits(entry, course.started(one)));
  return day === undefined ? {} : eventOf(entry, course, day);
}

function eventOf(entry: Entitlement, course: Course, day: Day): Partial<EntitlementResult> {
  return {
    state: "later",
    on: day === course.today ? null : toIso(day),
    event: verdictOn(entry, course.on(day)).because.filter((leaf) => !leaf.not && mayStart(leaf)),
    amounts: amounts(entry, course.started(day), course.today),
  };
}

/** The day on which it stopped to fit. What only may have fitted, for all we know, was never theirs to end. */
function ended(entry: Entitlement, course: Course, turns: Day[]): Day | null {
  let [since, last]: (Day | null)[] = [null, null];
  for (const day of turns.filter((one) => one <= course.today).reverse()) {
    const fitted = truthFor(entry, course.on(day));
    if (fitted) return last ?? since ?? null;
    if (fitted === null) last ??= since;
    since = day;
  }
  return null;
}

/** The first day on which it no longer fits, if nothing else changes. */
function until(entry: Entitlement, course: Course): string | null {
  const day = course.turningDays(entry).find((one) => one > course.today && !fits(entry, course.on(one)));
  return day === undefined ? null : toIso(day);
}

/** The one question that settles it, whatever the answer; else one that may; else the first that is open. */
function settling(entry: Entitlement, person: Person, open: Leaf[]): Leaf | null {
  const settled = (leaf: Leaf) =>
    [true, false].filter((answer) => truthFor(entry, { ...person, tried: [leaf, answer] }) !== null).length;
  const most = open.map(settled);
  return open[most.indexOf(Math.max(...most))] ?? null;
}

/** The amounts for a person on a day, at the figures of `today` when that is another day. */
export function amounts(entry: Entitlement, person: Person, today?: Day): AmountResult[] {
  const day = today === undefined ? person.day : toIso(today);
  const england = (entry.overrides?.amounts?.england ?? []) as Amount[];
  return (entry.amounts ?? []).flatMap((amount): AmountResult[] => {
    const fit = truthOf(amount.who ?? {}, person);
    const value = valueOn(amount, day);
    if (fit === false || value === null) return [];
    const base = england.find(({ id }) => id === amount.id);
    const plain = base ? valueOn(base, day) : null;
    return [{ id: amount.id, state: fit ? "yes" : "maybe", value, england: plain === value ? null : plain }];
  });
}

/** The figure that counts on a day (pence, percent, days …, or words); null before it starts and after it ended. */
function valueOn({ values }: Figures, day: string): number | string | null {
  let found: Figures["values"][number] | null = null;
  for (const step of values) if (step.from <= day && step.from >= (found?.from ?? "")) found = step;
  return found?.value ?? null;
}

/** The money that comes to the person now and may be added up: payments once, and yearly ones. */
function missing(entries: readonly Entitlement[], results: EntitlementResult[]): Missing[] {
  return results.flatMap(({ id, state, amounts: found }, at) =>
    (entries[at]?.amounts ?? []).flatMap((amount): Missing[] => {
      const sure = found.find((one) => one.id === amount.id && one.state === "yes");
      const { per, adds_up } = amount;
      if (state !== "now" || !sure || !adds_up || (per !== "once" && per !== "year")) return [];
      // A council's own figure, unless England's says more, for a council's paper may be old.
      return [
        { id, amount: amount.id, per, value: Math.max(sure.value as number, (sure.england ?? 0) as number) },
      ];
    }),
  );
}
