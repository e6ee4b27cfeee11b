/** Skills, marks, notes, papers and sign-offs, as they are kept on the device. */
import type { ServerRow } from "./sync-types";

export type Level = "not_yet" | "with_help" | "on_my_own" | "can_show";
export type PaperState = "got_it" | "asked_for" | "not_needed" | "not_sure";

/** The levels in the order in which a person climbs them. */
export const LEVELS: readonly Level[] = ["not_yet", "with_help", "on_my_own", "can_show"];

/** One row a skill: the level that won. */
export interface SkillRow extends ServerRow {
  level: Level;
  made_at: string;
  op: string;
}

/** One row a mark: the history. */
export interface MarkRow extends ServerRow {
  skill: string;
  level: Level;
  made_at: string;
  by: string;
}

/** One row a skill. An adviser gets it only while it is shared. */
export interface NoteRow extends ServerRow {
  text: string;
  shared: boolean;
  made_at: string;
}

export interface PaperRow extends ServerRow {
  state: PaperState | null;
  runs_out: string | null;
  made_at: string;
}

export interface SignOffRow extends ServerRow {
  skill: string;
  level: Level;
  by: string;
  at: string;
  withdrawn: { at: string; by: string; reason: string } | null;
}
