/** The queue of operations in an account's database. No DOM: the page and the service worker share it. */
import type { IDBPTransaction } from "idb";
import { type AccountSchema, accountDb } from "./db";
import { takeStamp } from "./device";
import { uuid7 } from "./ids";
import { byStamp } from "./queue-order";
import type { Operation, OperationKind, Outcome, ProblemBody, WireOperation } from "./types";

/** How long an answered operation is kept, to be sent again after the server was restored from a backup. */
export const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

type QueueWrite = IDBPTransaction<
  AccountSchema,
  ("rows" | "operations" | "spaces" | "meta" | "files")[],
  "readwrite"
>;

/** Stamps an operation and writes it down. When this returns, it survives the app being killed. */
export async function enqueue(
  account: string,
  space: string,
  kind: OperationKind,
  body: Record<string, unknown>,
): Promise<Operation> {
  const operation = { ...(await stamped()), space, kind, body };
  await (await accountDb(account)).add("operations", operation);
  return operation;
}

/** What is new of an operation, whatever it is about. */
async function stamped(): Promise<Omit<Operation, "space" | "kind" | "body">> {
  const stamp = await takeStamp();
  return {
    id: uuid7(stamp),
    made_at: new Date(stamp).toISOString(),
    state: "waiting",
    tries: 0,
    answered_at: null,
    problem: null,
  };
}

/** Makes a new operation of one that was refused: there is never both of them, and never none. */
export async function enqueueAgain(account: string, id: string): Promise<void> {
  const fresh = await stamped();
  const tx = (await accountDb(account)).transaction("operations", "readwrite");
  const old = await tx.store.get(id);
  if (old?.state === "refused") await Promise.all([tx.store.add({ ...old, ...fresh }), tx.store.delete(id)]);
  await tx.done;
}

/** The operations in a state, oldest first: by stamp, then by id, as the server orders them. */
export async function inState(account: string, state: Operation["state"]): Promise<Operation[]> {
  const found = await (await accountDb(account)).getAllFromIndex("operations", "state", state);
  return found.sort(byStamp);
}

/** What goes over the wire of an operation. */
export function toWire({ id, space, kind, made_at, body }: Operation): WireOperation {
  return { id, space, kind, made_at, body };
}

/**
 * Writes down the server's outcomes for what was sent, inside the caller's transaction.
 * Gives the ids that the server asked to be sent again later: no outcome, or a problem with `retry`.
 */
export async function settle(tx: QueueWrite, sent: WireOperation[], outcomes: Outcome[]): Promise<string[]> {
  const queue = tx.objectStore("operations");
  const answers = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const later: string[] = [];
  for (const { id } of sent) {
    const operation = await queue.get(id);
    if (operation?.state !== "waiting") continue;
    const answer = answers.get(id);
    if (answer && answer.outcome !== "refused") {
      await queue.put({ ...operation, state: "done", answered_at: Date.now(), problem: null });
    } else if (answer && !answer.problem?.retry) {
      await queue.put(refusedAs(operation, answer.problem ?? null));
    } else {
      await queue.put({ ...operation, tries: operation.tries + 1, problem: answer?.problem ?? null });
      later.push(id);
    }
  }
  return later;
}

function refusedAs(operation: Operation, problem: ProblemBody | null): Operation {
  return { ...operation, state: "refused", answered_at: Date.now(), problem };
}

/** Refuses one operation without the server having named it: the whole request failed because of it. */
export async function refuse(account: string, id: string, problem: ProblemBody | null): Promise<void> {
  const tx = (await accountDb(account)).transaction("operations", "readwrite");
  const operation = await tx.store.get(id);
  if (operation?.state === "waiting") await tx.store.put(refusedAs(operation, problem));
  await tx.done;
}

/** What the server found missing is there now. */
export async function forgetProblem(account: string, id: string): Promise<void> {
  const tx = (await accountDb(account)).transaction("operations", "readwrite");
  const operation = await tx.store.get(id);
  if (operation?.state === "waiting") await tx.store.put({ ...operation, problem: null });
  await tx.done;
}

/** After a restored backup: what was answered in the last 30 days waits again. Ids make this harmless. */
export async function sendAgain(tx: QueueWrite, space: string, except: Set<string>): Promise<void> {
  const queue = tx.objectStore("operations");
  for (const operation of await queue.index("state").getAll("done")) {
    const young = (operation.answered_at ?? 0) > Date.now() - KEEP_MS;
    if (operation.space !== space || except.has(operation.id) || !young) continue;
    await queue.put({ ...operation, state: "waiting", answered_at: null });
  }
}

/** A space is over for this person: of what was not accepted only kind and date may stay. */
export async function endOperations(tx: QueueWrite, space: string): Promise<void> {
  const queue = tx.objectStore("operations");
  for (const operation of await queue.getAll()) {
    if (operation.space !== space) continue;
    if (operation.state === "done") await queue.delete(operation.id);
    else {
      await queue.put({ ...refusedAs(operation, null), state: "ended", space: "", body: {} });
    }
  }
}

/** Forgets answered operations older than 30 days. */
export async function forgetOld(account: string): Promise<void> {
  const tx = (await accountDb(account)).transaction("operations", "readwrite");
  for (const operation of await tx.store.index("state").getAll("done")) {
    if ((operation.answered_at ?? 0) <= Date.now() - KEEP_MS) await tx.store.delete(operation.id);
  }
  await tx.done;
}
