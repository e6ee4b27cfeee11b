/** Requests that wait on the duty list: how many for each young person and by when. No words, and nothing of what was asked. */
import { useEffect, useState } from "preact/hooks";
import { request } from "../../data/api";

/** One unanswered request of somebody who has no adviser now. */
export interface WaitingRequest {
  space: string;
  id: string;
  made_at: string;
  /** ISO date by which it should be answered. */
  due: string;
  state: "asked" | "seen";
}

export interface Waits {
  n: number;
  /** How many are past their day. */
  late: number;
  /** The earliest day by which an answer is due. */
  due: string;
}

/** Pure: the requests by space. A request is late from the day after its due day on. */
export function bySpace(requests: readonly WaitingRequest[], today: string): Map<string, Waits> {
  const days = new Map<string, string[]>();
  for (const { space, due } of requests) days.set(space, [...(days.get(space) ?? []), due].sort());
  return new Map(
    [...days].map(([space, dues]) => {
      const [due = ""] = dues;
      return [space, { n: dues.length, late: dues.filter((day) => day < today).length, due }];
    }),
  );
}

/** Pure: those whose answer is due first on top; the others keep their order below. */
export function mostPressing<One extends { space: string }>(
  people: readonly One[],
  waits: ReadonlyMap<string, Waits>,
): One[] {
  const due = ({ space }: One) => waits.get(space)?.due ?? "9999-12-31";
  return [...people].sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

export interface LoadedRequests {
  /** Null until the first answer is here. */
  requests: WaitingRequest[] | null;
  failed: boolean;
  reload: () => Promise<void>;
}

/** Asks the server; what it said before stays until the next answer is there. */
export function useWaitingRequests(): LoadedRequests {
  const [requests, setRequests] = useState<WaitingRequest[] | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = async () => {
    setFailed(false);
    try {
      setRequests((await request<{ requests: WaitingRequest[] }>("GET", "/council/requests")).requests);
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void reload(), []);
  return { requests, failed, reload };
}
