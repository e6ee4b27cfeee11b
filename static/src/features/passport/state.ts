/** The signed-in young person's own passport, as it is on this phone now. */
import { pending } from "../../data/operations";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type {
  Level,
  MarkRow,
  NoteRow,
  Operation,
  PaperRow,
  ProfileRow,
  SignOffRow,
  SkillRow,
} from "../../data/types";
import {
  type HistoryLine,
  levelOf,
  paperStates,
  type ShownNote,
  type ShownPaper,
  type ShownSignOff,
  signOffs,
  skillHistory,
  skillLevels,
  skillNotes,
} from "../../data/views";

export interface Passport {
  /** First name of the personal adviser; null when the duty team looks after this person. */
  adviser: string | null;
  level: (skill: string) => Level;
  /** True while the newest mark has not been sent. */
  waits: (skill: string) => boolean;
  /** The newest sign-off that stands, else the newest that was taken back. */
  signOff: (skill: string) => ShownSignOff | null;
  note: (skill: string) => ShownNote | null;
  paper: (paper: string) => ShownPaper | null;
  history: (skill: string) => HistoryLine[];
}

/** Null when no young person is signed in. Reading it in a component draws that again when something changes. */
export function usePassport(): Passport | null {
  const space = me.value?.space;
  return space ? readPassport(space) : null;
}

function readPassport(space: string): Passport {
  const waiting: Operation[] = pending.value.filter((operation) => operation.space === space);
  const levels = skillLevels(rows<SkillRow>(space, "skills").value, waiting);
  const notes = skillNotes(rows<NoteRow>(space, "notes").value, waiting);
  const papers = paperStates(rows<PaperRow>(space, "papers").value, waiting);
  const signed = signOffs(rows<SignOffRow>(space, "sign_offs").value, waiting);
  const marks = rows<MarkRow>(space, "marks").value;
  const profile = rows<ProfileRow>(space, "profile").value[0];
  const about = (skill: string) => signed.filter((one) => one.skill === skill);
  return {
    adviser: profile?.adviser?.name ?? null,
    level: (skill) => levelOf(levels, skill),
    waits: (skill) => levels.get(skill)?.waiting ?? false,
    signOff: (skill) => about(skill).find((one) => !one.withdrawn) ?? about(skill)[0] ?? null,
    note: (skill) => notes.get(skill) ?? null,
    paper: (paper) => papers.get(paper) ?? null,
    history: (skill) => skillHistory(skill, marks, waiting),
  };
}
