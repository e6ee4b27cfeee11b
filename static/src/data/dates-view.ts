/**
 * What the screens show of dates: the server's rows with this device's unsent operations laid over them. Pure functions,
 * no signals, no storage. For the young person's screens and the adviser's alike.
 */
import { byStamp } from "./queue-order";
import type { DateRow, DateState, DateStepRow, Operation, OperationKind, When } from "./types";

/** The kind of a date that is the young person's own. */
export const OWN = "own";

/** One thing that happened to a date; `by` is null for what this device has not sent yet. */
export interface ShownDateStep extends When {
  id: string;
  state: DateStepRow["state"];
  at: string;
  by: string | null;
  by_owner: boolean;
  words: string;
  waiting: boolean;
}

export interface ShownDate extends Omit<DateRow, "seq"> {
  /** Something about it has not been sent yet. */
  waiting: boolean;
  /** Oldest first. */
  steps: ShownDateStep[];
}

/** Unsent operations of these kinds, oldest first. */
export const ofKinds = (pending: readonly Operation[], ...kinds: OperationKind[]): Operation[] =>
  pending.filter((one) => kinds.includes(one.kind)).sort(byStamp);

const MADE: OperationKind[] = ["date.plan", "date.own", "date.ask"];
const CHANGED: OperationKind[] = [
  "date.move",
  "date.mark",
  "date.decline",
  "date.own_change",
  "date.own_cancel",
  "date.propose",
];

/** All dates, the soonest first; those without a day last, in the order in which they were made. */
export function shownDates(
  rows: readonly DateRow[],
  steps: readonly DateStepRow[],
  pending: readonly Operation[],
): ShownDate[] {
  const dates = new Map<string, ShownDate>();
  const of = stepsByDate(steps);
  for (const { seq: _, ...row } of rows)
    dates.set(row.id, { ...row, waiting: false, steps: of.get(row.id) ?? [] });
  for (const operation of ofKinds(pending, ...MADE))
    if (!dates.has(operation.id)) dates.set(operation.id, made(operation));
  for (const operation of ofKinds(pending, ...CHANGED)) {
    const date = dates.get(String(operation.body.date));
    if (date) dates.set(date.id, changed(date, operation));
  }
  return [...dates.values()].sort(byWhen);
}

function stepsByDate(rows: readonly DateStepRow[]): Map<string, ShownDateStep[]> {
  const found = new Map<string, ShownDateStep[]>();
  for (const { date, seq: _, ...row } of rows)
    found.set(date, [...(found.get(date) ?? []), { ...row, waiting: false }]);
  for (const steps of found.values()) steps.sort(byTime);
  return found;
}

const byTime = (a: { at: string; id: string }, b: { at: string; id: string }) =>
  byStamp({ made_at: a.at, id: a.id }, { made_at: b.at, id: b.id });

/** Sorts by day and time; a whole day comes before its hours, and no day at all comes last. */
export function byWhen(a: When & { made_at: string; id: string }, b: typeof a): number {
  const key = ({ day, time }: When) => `${day ?? "9999"} ${time ?? ""}`;
  const [one, other] = [key(a), key(b)];
  return one === other ? byStamp(a, b) : one < other ? -1 : 1;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const orNull = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function whenOf(body: Record<string, unknown>): When {
  return { day: orNull(body.day), time: orNull(body.time) };
}

function made({ id, kind, made_at, body }: Operation): ShownDate {
  const own = kind === "date.own";
  const state: DateState = kind === "date.ask" ? "asked" : body.held === true ? "held" : "planned";
  const when = whenOf(body);
  const step = { id, state, ...when, at: made_at, words: text(body.words) };
  const byOwner = kind !== "date.plan";
  return {
    ...{ id, made_at, state, version: 1, proposed: null, by: "", by_owner: byOwner, waiting: true },
    ...when,
    kind: own ? OWN : text(body.kind),
    title: text(body.title),
    place: text(body.place),
    with: text(body.with),
    call: body.call === true,
    shared: own ? body.shared === true : true,
    steps: [{ ...step, by: null, by_owner: byOwner, waiting: true }],
  };
}

function changed(before: ShownDate, operation: Operation): ShownDate {
  const date: ShownDate = {
    ...before,
    ...change(before, operation),
    waiting: true,
    steps: withStep(before.steps, operation),
  };
  const moved = date.day !== before.day || date.time !== before.time;
  return moved ? { ...date, version: before.version + 1 } : date;
}

function change(before: ShownDate, { kind, made_at, body }: Operation): Partial<ShownDate> {
  const when = whenOf(body);
  const place = text(body.place);
  switch (kind) {
    case "date.move":
      return {
        ...{ ...when, place, proposed: null, state: "planned" },
        with: text(body.with),
        call: body.call === true,
      };
    case "date.own_change":
      return { ...when, place, title: text(body.title), shared: body.shared === true };
    case "date.propose":
      return { proposed: { ...when, words: text(body.words), at: made_at } };
    case "date.decline":
      return { proposed: null, state: before.state === "asked" ? "cancelled" : before.state };
    case "date.own_cancel":
      return { state: "cancelled" };
    default:
      return { state: body.state as DateState };
  }
}

const STEP: Partial<Record<OperationKind, ShownDateStep["state"]>> = {
  "date.move": "moved",
  "date.propose": "proposed",
  "date.decline": "declined",
  "date.own_change": "changed",
  "date.own_cancel": "cancelled",
};

function withStep(steps: ShownDateStep[], { id, kind, made_at, body }: Operation): ShownDateStep[] {
  if (steps.some((step) => step.id === id)) return steps;
  const state = STEP[kind] ?? (body.state as ShownDateStep["state"]);
  const by_owner = kind === "date.propose" || kind.startsWith("date.own");
  const step = { id, state, ...whenOf(body), at: made_at, by: null, by_owner, waiting: true };
  return [...steps, { ...step, words: text(body.words) }];
}

/** Whether a date still lies ahead of a day (ISO). */
export function isToCome({ state, day }: Pick<ShownDate, "state" | "day">, today: string): boolean {
  return state === "planned" && day !== null && day >= today;
}

/** The last day on which a review of this kind was held; null when none was. */
export function lastHeld(dates: readonly ShownDate[], kind: string): string | null {
  const held = dates.filter((one) => one.kind === kind && one.state === "held" && one.day !== null);
  return held.at(-1)?.day ?? null;
}
