/** Saving a form as one operation: into the queue of this phone, whether or not there is a signal. */
import { useState } from "preact/hooks";
import { queueOperation } from "../../data/operations";
import { me } from "../../data/session";
import type { OperationKind } from "../../data/types";

interface Sending {
  /** Gives the operation's id; null when this phone could not keep it, which `trouble` then says. */
  send: (kind: OperationKind, body: Record<string, unknown>) => Promise<string | null>;
  busy: boolean;
  trouble: boolean;
}

/**
 * `quiet` is for switches and boxes to tick: drawn anew while the queue still writes, they would flick back for a moment.
 */
export function useSend({ quiet = false } = {}): Sending {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const send: Sending["send"] = async (kind, body) => {
    const space = me.value?.space;
    if (!space) return null;
    if (!quiet) setBusy(true);
    try {
      return await queueOperation(space, kind, body);
    } catch {
      setTrouble(true);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, trouble };
}
