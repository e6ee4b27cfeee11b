/** What became of a reminder to several: by name, for as long as the app is open. Kept nowhere: it is only to be read. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { pending, queueOperation, refused } from "../../data/operations";
import type { ReminderBody } from "./form";

/** Whoever is not with this adviser and whoever does not exist are answered alike. */
const NOT_YOURS = "urn:footing:problem:not-found";

export interface Sent {
  /** The operation's id. */
  id: string;
  name: string;
}

interface Bulk {
  text: string;
  sent: Sent[];
}

const last = signal<Bulk | null>(null);

export interface Became {
  text: string;
  gone: Sent[];
  waiting: Sent[];
  /** Turned down: they are no longer with this adviser. */
  notYours: Sent[];
  /** Turned down for another reason, in the server's words. */
  otherwise: (Sent & { why: string | null })[];
}

/** How the last reminder to several stands; null when there was none. */
export const became: ReadonlySignal<Became | null> = computed(() => {
  if (!last.value) return null;
  const { text, sent } = last.value;
  const no = new Map(refused.value.map((one) => [one.id, one]));
  const ended = ({ id }: Sent) => {
    const one = no.get(id);
    return one !== undefined && (one.space === null || one.problem?.type === NOT_YOURS);
  };
  const open = new Set(pending.value.map(({ id }) => id));
  return {
    text,
    notYours: sent.filter(ended),
    otherwise: sent
      .filter((one) => no.has(one.id) && !ended(one))
      .map((one) => ({ ...one, why: no.get(one.id)?.problem?.detail ?? null })),
    waiting: sent.filter(({ id }) => open.has(id)),
    gone: sent.filter(({ id }) => !no.has(id) && !open.has(id)),
  };
});

/**
 * One operation for each of them, so that one that is turned down stops no other.
 * @throws when this device cannot keep them; those before stay kept, and `became` names them.
 */
export async function remindAll(
  people: readonly { space: string; name: string }[],
  body: ReminderBody,
): Promise<void> {
  last.value = { text: body.text, sent: [] };
  for (const { space, name } of people) {
    const id = await queueOperation(space, "reminder.make", body);
    last.value = { text: body.text, sent: [...last.value.sent, { id, name }] };
  }
}
