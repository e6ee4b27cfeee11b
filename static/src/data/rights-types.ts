/** Rows about rights: the recorded status, a shared check, requests and their steps, and what was spent. */
import type { StatusResult } from "../features/check/rules/types";

export interface StatusRecordRow {
  id: string;
  seq?: number;
  status: string;
  since: string;
  source: string;
  by: string;
  at: string;
  disagreed: { words: string; at: string } | null;
}

/** What a young person shares of their check: never the answers. */
export interface SharedResult {
  status: StatusResult;
  entitlements: { id: string; state: string; on: string | null; until: string | null }[];
  made_on: string;
}

export interface SharedCheckRow {
  id: string;
  seq?: number;
  result: SharedResult;
  at: string;
}

export type RequestState = "asked" | "seen" | "agreed" | "refused" | "done" | "withdrawn";

export interface RequestRow {
  id: string;
  seq?: number;
  entitlement: string;
  title: string;
  need: string;
  note: string;
  made_at: string;
  due: string;
  number: string;
}

export interface RequestStepRow {
  id: string;
  seq?: number;
  request: string;
  state: Exclude<RequestState, "asked">;
  at: string;
  by: string;
  /** The young person did it. */
  by_owner: boolean;
  words: string;
}

export interface RequestChallengeRow {
  id: string;
  seq?: number;
  request: string;
  step: string;
  on: string | null;
  made_at: string;
}

export interface SpendRow {
  id: string;
  seq?: number;
  entitlement: string;
  what: string;
  /** Whole pence. */
  pence: number;
  on: string;
  made_at: string;
}
