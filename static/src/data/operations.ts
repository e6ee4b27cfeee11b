/** The queue as the screens see it. */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
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

/** Whose queue this is. @throws when nobody is signed in. */
export async function account(): Promise<string> {
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

/** Lets the other tabs and the sync know that something new waits. */
export function announce(): void {
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
