/**
 * What the screens show of requests and of money spent: the server's rows with this phone's unsent operations laid over
 * them. Pure functions, no signals, no storage.
 */
import { byStamp } from "./queue-order";
import type {
  Operation,
  RequestChallengeRow,
  RequestRow,
  RequestState,
  RequestStepRow,
  SpendRow,
} from "./types";
import { addWorkingDays, londonDay } from "./working-days";

/** What the server's rows of one space are, as far as requests go. */
export interface AskRows {
  requests: readonly RequestRow[];
  steps: readonly RequestStepRow[];
  challenges: readonly RequestChallengeRow[];
}

/** How the council counts: in how many working days it answers, and on which days nobody works. */
export interface AnswerRule {
  answer_days: number;
  bank_holidays: readonly string[];
}

/** One thing that happened to a request; `by` is null for what this device has not sent yet. */
export interface ShownStep {
  id: string;
  state: Exclude<RequestState, "asked">;
  at: string;
  by: string | null;
  by_owner: boolean;
  words: string;
  waiting: boolean;
}

export interface ShownRequest {
  id: string;
  entitlement: string;
  title: string;
  need: string;
  note: string;
  made_at: string;
  due: string;
  number: string;
  state: RequestState;
  /** Nobody has answered, and the day to answer by is over. */
  late: boolean;
  /** Oldest first. */
  steps: ShownStep[];
  /** The day on which a step of challenging it was done, by step. */
  challenged: Map<string, string>;
  /** The request itself has not been sent yet. */
  waiting: boolean;
}

const ofKinds = (pending: readonly Operation[], ...kinds: Operation["kind"][]) =>
  pending.filter((one) => kinds.includes(one.kind)).sort(byStamp);

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 8;

/** The number on a receipt: the last 40 bits of the request's id as letters that are hard to mix up. */
export function receiptNumber(id: string): string {
  let rest = Number.parseInt(id.replaceAll("-", "").slice(-10), 16);
  let letters = "";
  for (let i = 0; i < LETTERS; i++) {
    letters = CROCKFORD[rest % CROCKFORD.length] + letters;
    rest = Math.floor(rest / CROCKFORD.length);
  }
  return `R-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** All requests, newest first. `today` is an ISO date. */
export function shownRequests(
  rows: AskRows,
  pending: readonly Operation[],
  rule: AnswerRule,
  today: string,
): ShownRequest[] {
  const known = new Set(rows.requests.map((row) => row.id));
  const unsent = ofKinds(pending, "request.make")
    .filter(({ id }) => !known.has(id))
    .map((operation) => ({ ...asRow(operation, rule), waiting: true }));
  const sent = rows.requests.map((row) => ({ ...row, waiting: false }));
  return [...sent, ...unsent].sort((a, b) => byStamp(b, a)).map((row) => shown(row, rows, pending, today));
}

function asRow({ id, made_at, body }: Operation, { answer_days, bank_holidays }: AnswerRule): RequestRow {
  return {
    id,
    entitlement: String(body.entitlement),
    title: String(body.title),
    need: String(body.need),
    note: String(body.note ?? ""),
    made_at,
    due: addWorkingDays(londonDay(made_at), answer_days, bank_holidays),
    number: receiptNumber(id),
  };
}

function shown(
  row: RequestRow & { waiting: boolean },
  rows: AskRows,
  pending: readonly Operation[],
  today: string,
): ShownRequest {
  const { id, entitlement, title, need, note, made_at, due, number, waiting } = row;
  const steps = stepsOf(id, rows.steps, pending);
  const state = stateOf(steps);
  return {
    ...{ id, entitlement, title, need, note, made_at, due, number, waiting, state, steps },
    late: due < today && isOpen(state),
    challenged: challengedOf(id, rows.challenges, pending),
  };
}

/** True while somebody at the council has to answer. */
export function isOpen(state: RequestState): boolean {
  return state === "asked" || state === "seen";
}

/** The newest answer or ending counts; having been seen counts only while there is none. */
export function stateOf(steps: readonly Pick<ShownStep, "state" | "at" | "id">[]): RequestState {
  const newestFirst = [...steps].sort((a, b) => byTime(b, a));
  return (newestFirst.find((step) => step.state !== "seen") ?? newestFirst[0])?.state ?? "asked";
}

const byTime = (a: { at: string; id: string }, b: { at: string; id: string }) =>
  byStamp({ made_at: a.at, id: a.id }, { made_at: b.at, id: b.id });

function stepsOf(
  request: string,
  rows: readonly RequestStepRow[],
  pending: readonly Operation[],
): ShownStep[] {
  const sent = rows.filter((row) => row.request === request);
  const known = new Set(sent.map((row) => row.id));
  const steps: ShownStep[] = sent.map(({ id, state, at, by, by_owner, words }) => ({
    ...{ id, state, at, by, by_owner, words },
    waiting: false,
  }));
  for (const operation of ofKinds(pending, "request.step", "request.received", "request.withdraw")) {
    const { id, made_at, body } = operation;
    if (body.request !== request || known.has(id)) continue;
    steps.push({
      ...{ id, state: stepState(operation), at: made_at, by: null },
      by_owner: operation.kind !== "request.step",
      words: String(body.words ?? ""),
      waiting: true,
    });
  }
  return steps.sort(byTime);
}

function stepState({ kind, body }: Operation): ShownStep["state"] {
  if (kind === "request.received") return "done";
  return kind === "request.withdraw" ? "withdrawn" : (body.state as ShownStep["state"]);
}

function challengedOf(
  request: string,
  rows: readonly RequestChallengeRow[],
  pending: readonly Operation[],
): Map<string, string> {
  const days = new Map<string, string | null>();
  const stamps = new Map<string, string>();
  for (const { step, on, made_at } of rows.filter((row) => row.request === request)) {
    days.set(step, on);
    stamps.set(step, made_at);
  }
  for (const { made_at, body } of ofKinds(pending, "request.challenge")) {
    const step = String(body.step);
    if (body.request !== request || made_at < (stamps.get(step) ?? "")) continue;
    days.set(step, body.on as string | null);
  }
  return new Map([...days].filter((entry): entry is [string, string] => entry[1] !== null));
}

export interface ShownSpend {
  id: string;
  what: string;
  pence: number;
  on: string;
  waiting: boolean;
}

/** What was spent of one thing, the latest day first. */
export function spendsOf(
  entitlement: string,
  rows: readonly SpendRow[],
  pending: readonly Operation[],
): ShownSpend[] {
  const spends = new Map<string, SpendRow & { waiting: boolean }>();
  for (const row of rows) spends.set(row.id, { ...row, waiting: false });
  for (const { kind, made_at, body } of ofKinds(pending, "spend.put", "spend.remove")) {
    const id = String(body.item);
    if (made_at < (spends.get(id)?.made_at ?? "")) continue;
    if (kind === "spend.remove") spends.delete(id);
    else spends.set(id, { ...asSpend(id, made_at, body), waiting: true });
  }
  return [...spends.values()]
    .filter((spend) => spend.entitlement === entitlement)
    .sort((a, b) => (a.on === b.on ? byStamp(b, a) : a.on < b.on ? 1 : -1))
    .map(({ id, what, pence, on, waiting }) => ({ id, what, pence, on, waiting }));
}

function asSpend(id: string, made_at: string, body: Record<string, unknown>): SpendRow {
  return {
    ...{ id, made_at },
    entitlement: String(body.entitlement),
    what: String(body.what),
    pence: Number(body.pence),
    on: String(body.on),
  };
}

/** All of it together, in pence. */
export function spentInAll(spends: readonly ShownSpend[]): number {
  return spends.reduce((sum, spend) => sum + spend.pence, 0);
}
