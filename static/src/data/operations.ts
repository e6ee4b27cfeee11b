/** The queue as the screens see it. */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { accountDb } from "./db";
import { readDevice } from "./device";
import { enqueue, inState } from "./queue";
import { tell } from "./together";
import type { Operation, OperationKind, RefusedOperation } from "./types";

const waiting = signal<Operation[]>([]);
const turnedDown = signal<RefusedOperation[]>([]);

/** Operations that the server has not answered yet, oldest first. */
export const pending: ReadonlySignal<Operation[]> = waiting;

/** Those that a person would call a change: that they looked is told by the app itself. */
export const changes: ReadonlySignal<Operation[]> = computed(() =>
  waiting.value.filter(({ kind }) => kind !== "space.opened" && kind !== "message.seen"),
);

/** Operations that the server refused. They stay until the person tries again or discards them. */
export const refused: ReadonlySignal<RefusedOperation[]> = turnedDown;

let afterQueue: () => void = () => {};

/** Who wants to hear of a new operation (one listener: the sync). */
export function onQueued(listener: () => void): void {
  afterQueue = listener;
}

async function account(): Promise<string> {
  const { account: current } = await readDevice();
  if (current === null) throw new Error("nobody is signed in");
  return current;
}

/**
 * Writes an operation into the queue and gives its id. Once this resolves it is safe on this phone.
 * @throws when nobody is signed in, or when the phone's storage is full or switched off.
 */
export async function queueOperation(
  space: string,
  kind: OperationKind,
  body: Record<string, unknown>,
): Promise<string> {
  const operation = await enqueue(await account(), space, kind, body);
  waiting.value = [...waiting.value, operation];
  announce();
  return operation.id;
}

/** Sends what was refused once more, as a new operation with a new id. */
export async function retryRefused(id: string): Promise<void> {
  const db = await accountDb(await account());
  const old = await db.get("operations", id);
  if (old?.state !== "refused") return;
  await enqueue(await account(), old.space, old.kind, old.body);
  await db.delete("operations", id);
  await loadQueue();
  announce();
}

/** Forgets what was refused; also what is left of it when its space has ended. */
export async function discardRefused(id: string): Promise<void> {
  const db = await accountDb(await account());
  const old = await db.get("operations", id);
  if (old?.state !== "refused" && old?.state !== "ended") return;
  await db.delete("operations", id);
  await loadQueue();
  tell("queued");
}

function announce(): void {
  tell("queued");
  afterQueue();
}

/** Reads the queue again; empties both lists when nobody is signed in. */
export async function loadQueue(): Promise<void> {
  const { account: current } = await readDevice();
  const [open, no, ended] = current
    ? await Promise.all([inState(current, "waiting"), inState(current, "refused"), inState(current, "ended")])
    : [[], [], []];
  batch(() => {
    waiting.value = open;
    turnedDown.value = [...no.map(asRefused), ...ended.map(asEnded)];
  });
}

function asRefused({ id, space, kind, made_at, body, problem }: Operation): RefusedOperation {
  return { id, space, kind, made_at, body, problem };
}

function asEnded({ id, kind, made_at }: Operation): RefusedOperation {
  return { id, space: null, kind, made_at, body: null, problem: null };
}
