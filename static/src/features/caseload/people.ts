/** The adviser's young people, put together from the rows on this device, so that the list works without a connection. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { isOpen, type ShownRequest } from "../../data/asks-view";
import { bundle } from "../../data/content";
import { pending } from "../../data/operations";
import { rows, spaces } from "../../data/store";
import type {
  Area,
  MarkRow,
  NoteRow,
  Operation,
  PaperRow,
  ProfileRow,
  SignOffRow,
  SkillRow,
} from "../../data/types";
import {
  areaCounts,
  type ShownLevel,
  type ShownSignOff,
  signOffs,
  skillLevels,
  toSignOff,
} from "../../data/views";
import { today } from "../../ui/dated";
import { readAsks } from "../asks/asks";
import { type Dates, readDates, reviewKinds } from "../dates/dates";
import { standings } from "../dates/standing";
import { coveringOf } from "./covering";
import { type DatesSummary, datesSummary } from "./dates-rules";
import { unansweredOf } from "./messages-rules";
import { threadEnd } from "./messages-waiting";
import type { Person } from "./rules";

/** One young person with everything their adviser may see. */
export interface Passport {
  person: Person;
  levels: Map<string, ShownLevel>;
  offs: ShownSignOff[];
  marks: MarkRow[];
  notes: NoteRow[];
  papers: PaperRow[];
  /** Newest first. */
  requests: ShownRequest[];
}

/** Everything of one space; null while its rows are not on this device. Reading it in a component subscribes that. */
export function passportOf(space: string): Passport | null {
  const profile = rows<ProfileRow>(space, "profile").value[0];
  const marks = rows<MarkRow>(space, "marks").value;
  const mine = unsentOf(space);
  const levels = skillLevels(rows<SkillRow>(space, "skills").value, mine);
  const offs = signOffs(rows<SignOffRow>(space, "sign_offs").value, mine);
  const notes = rows<NoteRow>(space, "notes").value.filter((note) => note.shared);
  const papers = rows<PaperRow>(space, "papers").value;
  const { requests } = readAsks(space);
  if (!profile) return null;
  const person = summary(space, profile, { levels, offs, marks, requests }, datesOf(readDates(space)));
  return { person, levels, offs, marks, notes, papers, requests };
}

export function unsentOf(space: string): Operation[] {
  return pending.value.filter((operation) => operation.space === space);
}

export const people: ReadonlySignal<Person[]> = computed(() =>
  spaces.value.flatMap((space) => passportOf(space)?.person ?? []),
);

export const areas = (): Area[] => bundle.value?.passport.areas ?? [];

type Parts = Pick<Passport, "levels" | "offs" | "marks" | "requests">;

function datesOf(dates: Dates): DatesSummary {
  return datesSummary(dates.all, standings(reviewKinds(), dates, today()), today());
}

function summary(
  space: string,
  profile: ProfileRow,
  { levels, offs, marks, requests }: Parts,
  dates: DatesSummary,
): Person {
  const unanswered = requests.filter(({ state }) => isOpen(state));
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
    due: unanswered.map(({ due }) => due).sort(),
    late: unanswered.filter(({ late }) => late).length,
    agreed: requests.filter(({ state }) => state === "agreed").length,
    dates,
    message: unansweredOf({ ...threadEnd(space), unsent: unsentOf(space) }),
    covering: coveringOf(profile, Date.now()),
  };
}
