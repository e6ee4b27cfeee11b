/**
 * What the screens show: the server's rows with this phone's unsent operations laid over them, in the server's own
 * order (stamp, then id), so that nothing jumps when the answer comes. Pure functions, no signals, no storage.
 */
import { byStamp } from "./queue-order";
import {
  type Area,
  LEVELS,
  type Level,
  type MarkRow,
  type NoteRow,
  type Operation,
  type PaperRow,
  type PaperState,
  type SignOffRow,
  type SkillRow,
} from "./types";

/** A level with whether it still waits on this phone. */
export interface ShownLevel {
  level: Level;
  made_at: string;
  op: string;
  waiting: boolean;
}

const ofKind = (pending: Operation[], kind: Operation["kind"]) =>
  pending.filter((one) => one.kind === kind).sort(byStamp);

/** The level of each skill. Skills never marked are not in it: they are "not yet". */
export function skillLevels(rows: SkillRow[], pending: Operation[]): Map<string, ShownLevel> {
  const levels = new Map<string, ShownLevel>();
  for (const { id, level, made_at, op } of rows) levels.set(id, { level, made_at, op, waiting: false });
  for (const { id, made_at, body } of ofKind(pending, "passport.mark")) {
    const skill = String(body.skill);
    const known = levels.get(skill);
    if (known && byStamp({ made_at: known.made_at, id: known.op }, { made_at, id }) > 0) continue;
    levels.set(skill, { level: body.level as Level, made_at, op: id, waiting: true });
  }
  return levels;
}

/** The level of one skill. */
export function levelOf(levels: Map<string, ShownLevel>, skill: string): Level {
  return levels.get(skill)?.level ?? "not_yet";
}

/** One line of a skill's history; `by` is null for what this phone has not sent yet. */
export interface HistoryLine {
  id: string;
  level: Level;
  made_at: string;
  by: string | null;
  waiting: boolean;
}

/** Every mark of a skill, newest first. */
export function skillHistory(skill: string, marks: MarkRow[], pending: Operation[]): HistoryLine[] {
  const sent = marks.filter((row) => row.skill === skill);
  const known = new Set(sent.map((row) => row.id));
  const lines: HistoryLine[] = sent.map(({ id, level, made_at, by }) => ({
    id,
    level,
    made_at,
    by,
    waiting: false,
  }));
  for (const { id, made_at, body } of ofKind(pending, "passport.mark")) {
    if (body.skill !== skill || known.has(id)) continue;
    lines.push({ id, level: body.level as Level, made_at, by: null, waiting: true });
  }
  return lines.sort((a, b) => byStamp(b, a));
}

export interface ShownPaper {
  state: PaperState | null;
  runs_out: string | null;
  waiting: boolean;
}

/** The state and end month of each paper, field by field. Papers never touched are not in it. */
export function paperStates(rows: PaperRow[], pending: Operation[]): Map<string, ShownPaper> {
  const papers = new Map<string, ShownPaper>();
  const stamps = new Map(rows.map((row) => [row.id, row.made_at]));
  for (const { id, state, runs_out } of rows) papers.set(id, { state, runs_out, waiting: false });
  for (const { made_at, body } of ofKind(pending, "passport.paper")) {
    const id = String(body.paper);
    if (made_at < (stamps.get(id) ?? "")) continue;
    const shown = papers.get(id) ?? { state: null, runs_out: null, waiting: true };
    papers.set(id, {
      state: "state" in body ? (body.state as PaperState) : shown.state,
      runs_out: "runs_out" in body ? (body.runs_out as string | null) : shown.runs_out,
      waiting: true,
    });
  }
  return papers;
}

export interface ShownNote {
  text: string;
  shared: boolean;
  waiting: boolean;
}

/** The note of each skill, field by field: text and sharing are set apart from each other. */
export function skillNotes(rows: NoteRow[], pending: Operation[]): Map<string, ShownNote> {
  const notes = new Map<string, ShownNote>();
  const stamps = new Map(rows.map((row) => [row.id, row.made_at]));
  for (const { id, text, shared } of rows) notes.set(id, { text, shared, waiting: false });
  for (const { made_at, body } of ofKind(pending, "passport.note")) {
    const id = String(body.skill);
    if (made_at < (stamps.get(id) ?? "")) continue;
    const shown = notes.get(id) ?? { text: "", shared: false, waiting: true };
    notes.set(id, {
      text: "text" in body ? String(body.text) : shown.text,
      shared: "shared" in body ? body.shared === true : shown.shared,
      waiting: true,
    });
  }
  return notes;
}

/** A sign-off as shown; `by` and `at` are null while it waits on this phone. */
export interface ShownSignOff {
  id: string;
  skill: string;
  level: Level;
  by: string | null;
  at: string | null;
  withdrawn: { at: string | null; by: string | null; reason: string } | null;
  waiting: boolean;
}

/** Sign-offs with those made or taken back on this device, newest first. */
export function signOffs(rows: SignOffRow[], pending: Operation[]): ShownSignOff[] {
  const known = new Set(rows.map((row) => row.id));
  const shown: ShownSignOff[] = rows.map(({ id, skill, level, by, at, withdrawn }) => ({
    ...{ id, skill, level, by, at, withdrawn },
    waiting: false,
  }));
  for (const { id, body } of ofKind(pending, "passport.sign_off")) {
    if (known.has(id)) continue;
    const skill = String(body.skill);
    shown.push({ id, skill, level: body.level as Level, by: null, at: null, withdrawn: null, waiting: true });
  }
  for (const { body } of ofKind(pending, "passport.sign_off_withdraw")) {
    const target = shown.find((one) => one.id === body.sign_off);
    if (!target || target.withdrawn) continue;
    target.withdrawn = { at: null, by: null, reason: String(body.reason) };
    target.waiting = true;
  }
  const newest = (one: ShownSignOff) => one.at ?? "9";
  return shown.sort((a, b) =>
    newest(a) === newest(b) ? (a.id < b.id ? 1 : -1) : newest(a) < newest(b) ? 1 : -1,
  );
}

/**
 * - too_soon: below "on my own", and never signed.
 * - needs_sign_off: the young person can do it on their own; nobody has signed yet.
 * - signed: signed, and still at least "on my own".
 * - signed_before: signed, and the level was lowered since. The sign-off stays, with its date.
 */
export type SignOffState = "too_soon" | "needs_sign_off" | "signed" | "signed_before";

const rank = (level: Level) => LEVELS.indexOf(level);
const ON_MY_OWN = rank("on_my_own");

/** Whether a skill at this level is signed off, and by which standing sign-off (the newest). */
export function signOffState(
  skill: string,
  level: Level,
  all: ShownSignOff[],
): { state: SignOffState; signOff: ShownSignOff | null } {
  const signOff = all.find((one) => one.skill === skill && !one.withdrawn) ?? null;
  const enough = rank(level) >= ON_MY_OWN;
  if (signOff) return { state: enough ? "signed" : "signed_before", signOff };
  return { state: enough ? "needs_sign_off" : "too_soon", signOff: null };
}

/** Skills of these areas that a personal adviser could sign off now, in the order of the areas. */
export function toSignOff(areas: Area[], levels: Map<string, ShownLevel>, all: ShownSignOff[]): string[] {
  return areas
    .flatMap((area) => area.skills.map((skill) => skill.id))
    .filter((id) => signOffState(id, levelOf(levels, id), all).state === "needs_sign_off");
}

export interface AreaCounts {
  total: number;
  /** Skills with any level above "not yet". */
  started: number;
  /** Skills at "on my own" or above. */
  done: number;
  byLevel: Record<Level, number>;
}

/** How far a person is in one area. */
export function areaCounts(area: Area, levels: Map<string, ShownLevel>): AreaCounts {
  const byLevel: Record<Level, number> = { not_yet: 0, with_help: 0, on_my_own: 0, can_show: 0 };
  for (const skill of area.skills) byLevel[levelOf(levels, skill.id)]++;
  const total = area.skills.length;
  return { total, started: total - byLevel.not_yet, done: byLevel.on_my_own + byLevel.can_show, byLevel };
}
