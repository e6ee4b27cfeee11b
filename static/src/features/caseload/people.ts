/** The adviser's young people, put together from the rows on this device, so that the list works without a connection. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { bundle } from "../../data/content";
import { pending } from "../../data/operations";
import { rows, spaces } from "../../data/store";
import type { Area, MarkRow, NoteRow, PaperRow, ProfileRow, SignOffRow, SkillRow } from "../../data/types";
import {
  areaCounts,
  type ShownLevel,
  type ShownSignOff,
  signOffs,
  skillLevels,
  toSignOff,
} from "../../data/views";
import type { Person } from "./rules";

/** One young person with everything their adviser may see. */
export interface Passport {
  person: Person;
  levels: Map<string, ShownLevel>;
  offs: ShownSignOff[];
  marks: MarkRow[];
  notes: NoteRow[];
  papers: PaperRow[];
}

/** Everything of one space; null while its rows are not on this device. Reading it in a component subscribes that. */
export function passportOf(space: string): Passport | null {
  const profile = rows<ProfileRow>(space, "profile").value[0];
  const marks = rows<MarkRow>(space, "marks").value;
  const mine = pending.value.filter((operation) => operation.space === space);
  const levels = skillLevels(rows<SkillRow>(space, "skills").value, mine);
  const offs = signOffs(rows<SignOffRow>(space, "sign_offs").value, mine);
  const notes = rows<NoteRow>(space, "notes").value.filter((note) => note.shared);
  const papers = rows<PaperRow>(space, "papers").value;
  if (!profile) return null;
  return { person: summary(space, profile, levels, offs, marks), levels, offs, marks, notes, papers };
}

export const people: ReadonlySignal<Person[]> = computed(() =>
  spaces.value.flatMap((space) => passportOf(space)?.person ?? []),
);

export const areas = (): Area[] => bundle.value?.passport.areas ?? [];

function summary(
  space: string,
  profile: ProfileRow,
  levels: Map<string, ShownLevel>,
  offs: ShownSignOff[],
  marks: MarkRow[],
): Person {
  const counts = areas().map((area) => areaCounts(area, levels));
  const stamps = marks.map((mark) => Date.parse(mark.made_at));
  return {
    space,
    name: profile.name,
    birthday: profile.birthday,
    council: profile.council,
    homeCouncil: profile.home_council,
    signInName: profile.sign_in_name,
    toSign: toSignOff(areas(), levels, offs),
    done: counts.reduce((sum, { done }) => sum + done, 0),
    total: counts.reduce((sum, { total }) => sum + total, 0),
    signed: new Set(offs.filter((off) => !off.withdrawn).map((off) => off.skill)).size,
    lastMark: stamps.length > 0 ? Math.max(...stamps) : null,
  };
}
