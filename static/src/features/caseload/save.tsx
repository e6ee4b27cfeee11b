/** Saving what an adviser does into the queue of this device. */
import { useState } from "preact/hooks";
import { queueOperation } from "../../data/operations";
import type { OperationKind } from "../../data/types";
import { t } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";

interface Saving {
  /** Gives the operation's id once it is safe on this device; null when it is not, which `errors` then say. */
  save: (kind: OperationKind, body: Record<string, unknown>) => Promise<string | null>;
  errors: readonly FormError[];
  show: (errors: readonly FormError[]) => void;
}

/** For when the device's storage is full or switched off. */
export function notKept(): FormError {
  return {
    field: null,
    words: t("This device could not save that. Its storage may be full. Nothing else was changed."),
  };
}

export function useSave(space: string): Saving {
  const [errors, show] = useState<readonly FormError[]>([]);
  const save: Saving["save"] = async (kind, body) => {
    try {
      const id = await queueOperation(space, kind, body);
      show([]);
      return id;
    } catch {
      show([notKept()]);
      return null;
    }
  };
  return { save, errors, show };
}
