/** A server that speaks the sync protocol, kept in memory, with the accidents that happen on the way. */
import type {
  Outcome,
  ServerRow,
  SpaceChanges,
  SyncAnswer,
  SyncRequest,
  WireOperation,
} from "../src/data/types";

interface FakeSpace {
  epoch: number;
  seq: number;
  /** Rows by collection and id, each with the `seq` of its last change. */
  rows: Map<string, { collection: string; row: ServerRow & { deleted?: true } }>;
}

type Accident = (request: SyncRequest) => Response | "lose-answer" | "lose-request" | null;

const problem = (status: number, code: string, retry: boolean, headers: Record<string, string> = {}) =>
  new Response(
    JSON.stringify({ type: `urn:footing:problem:${code}`, title: code, status, detail: `${code}.`, retry }),
    {
      status,
      headers,
    },
  );

export class FakeServer {
  account = "anna";
  spaces = new Map<string, FakeSpace>();
  ended: string[] = [];
  /** The answers that were given: the same operation again gets the same one. */
  outcomes = new Map<string, Outcome>();
  requests: SyncRequest[] = [];
  /** How many times each operation was really carried out. */
  applied: WireOperation[] = [];
  pageSize = Number.POSITIVE_INFINITY;
  minClient = 1;
  clock: () => number = () => Date.now();
  accident: Accident = () => null;
  judge: (operation: WireOperation) => Partial<Outcome> | "later" | null = () => null;

  addSpace(id: string): FakeSpace {
    const space = { epoch: 1, seq: 0, rows: new Map() };
    this.spaces.set(id, space);
    return space;
  }

  /** A change made by somebody else. */
  write(id: string, collection: string, row: ServerRow & { deleted?: true }): void {
    const space = this.spaces.get(id);
    if (!space) throw new Error(`no space ${id}`);
    space.seq++;
    space.rows.set(`${collection}/${row.id}`, { collection, row: { ...row, seq: space.seq } });
  }

  /** As after a backup was restored: what came later is gone, answers too, and the epoch is another. */
  restore(id: string): void {
    const space = this.spaces.get(id);
    if (!space) throw new Error(`no space ${id}`);
    space.epoch++;
    space.seq = 0;
    space.rows.clear();
    this.outcomes.clear();
  }

  /** Stands in for `fetch`. */
  fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!String(address).endsWith("/sync")) return problem(404, "not-found", false);
    const body = JSON.parse(String(init?.body)) as SyncRequest;
    this.requests.push(body);
    const accident = this.accident(body);
    if (accident === "lose-request") throw new TypeError("network");
    if (accident instanceof Response) return accident;
    if (body.account !== this.account) return problem(409, "wrong-account", false);
    const answer = this.answer(body);
    if (accident === "lose-answer") throw new TypeError("network");
    return new Response(JSON.stringify(answer), { status: 200 });
  };

  private answer(body: SyncRequest): SyncAnswer {
    const outcomes = body.operations.flatMap((operation) => this.one(operation));
    const spaces = [...this.spaces].filter(([id]) => !this.ended.includes(id));
    return {
      now: new Date(this.clock()).toISOString(),
      min_client: this.minClient,
      outcomes,
      spaces: spaces.map(([id, space]) => this.changes(id, space, body.cursors[id])),
      ended: this.ended.filter((id) => id in body.cursors),
    };
  }

  private one(operation: WireOperation): Outcome[] {
    const known = this.outcomes.get(operation.id);
    if (known) return [known];
    const verdict = this.judge(operation);
    if (verdict === "later") return [];
    const outcome: Outcome = { id: operation.id, outcome: "applied", ...verdict };
    if (outcome.problem?.retry) return [outcome];
    this.outcomes.set(operation.id, outcome);
    if (outcome.outcome === "applied") this.apply(operation);
    return [outcome];
  }

  private apply(operation: WireOperation): void {
    this.applied.push(operation);
    const { body, made_at, id } = operation;
    if (operation.kind === "passport.mark") {
      this.write(operation.space, "skills", {
        id: String(body.skill),
        level: body.level,
        made_at,
        op: id,
      } as ServerRow);
    }
  }

  private changes(
    id: string,
    space: FakeSpace,
    cursor: { epoch: number; seq: number } | undefined,
  ): SpaceChanges {
    const reset = cursor !== undefined && cursor.epoch !== space.epoch;
    const from = cursor && !reset ? cursor.seq : 0;
    const all = [...space.rows.values()].filter(({ row }) => (row.seq ?? 0) > from);
    all.sort((a, b) => (a.row.seq ?? 0) - (b.row.seq ?? 0));
    const page = all.slice(0, this.pageSize);
    const more = page.length < all.length;
    const changes: SpaceChanges["changes"] = {};
    for (const { collection, row } of page) {
      changes[collection] ??= [];
      changes[collection].push(row);
    }
    const seq = more ? (page.at(-1)?.row.seq ?? from) : space.seq;
    return { id, epoch: space.epoch, seq, more, changes, ...(reset ? { reset: true } : {}) };
  }
}

export { problem };
