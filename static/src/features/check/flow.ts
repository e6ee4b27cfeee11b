/**
 * Which question comes next. A question is asked only while the rules themselves say that its answer could change the
 * status, so nobody is asked what cannot matter. Pure.
 */
import { ageAt, type Draft, toAnswers } from "./draft";
import { fromIso } from "./rules/ages";
import { readAnswers } from "./rules/answers";
import { standing, statusOf } from "./rules/status";
import type { AnswerProblem, StatusResult } from "./rules/types";

export const STATUS_QUESTIONS = [
  "birthday",
  "place",
  "programme",
  "now",
  "eighteenth",
  "spells",
  "order",
  "sixteenth",
  "home",
  "sgo",
  "other",
  "learning",
] as const;
export type StatusQuestion = (typeof STATUS_QUESTIONS)[number];

export interface Walk {
  /** The questions that were answered and still count, in order. */
  answered: StatusQuestion[];
  /** The next one; null when the status is known as well as it can be. */
  next: StatusQuestion | null;
  /** The answers to those questions alone: what was said to a question that no longer comes up does not count. */
  draft: Draft;
}

/** Goes through the check with the answers given so far. */
export function walk(given: Draft, today: string): Walk {
  const answered: StatusQuestion[] = [];
  let draft: Draft = {};
  for (const question of STATUS_QUESTIONS) {
    if (!isAsked(question, draft, today)) continue;
    if (given[question] === undefined) return { answered, next: question, draft };
    const now = { ...draft, [question]: given[question] };
    // Dates that were right before can stop fitting, when the birthday is changed: then they are asked again.
    if (problemsOf(now, today).length > 0) return { answered, next: question, draft };
    answered.push(question);
    draft = now;
  }
  return { answered, next: null, draft };
}

const read = (draft: Draft, today: string) => readAnswers(toAnswers(draft, today), fromIso(today));

/** What cannot be true in the answers so far; `at` names the place. */
export function problemsOf(draft: Draft, today: string): AnswerProblem[] {
  const found = read(draft, today);
  return "problems" in found ? found.problems : [];
}

/** The status by the answers so far; null when they cannot be true. */
export function statusBy(draft: Draft, today: string): StatusResult | null {
  const found = read(draft, today);
  return "problems" in found ? null : statusOf(standing(found, fromIso(today)));
}

// What comes first, by age and by whether there was care at all. The rest is for the rules to say.
function isAsked(question: StatusQuestion, draft: Draft, today: string): boolean {
  const { birthday, place } = draft;
  if (question === "birthday") return true;
  const age = birthday ? ageAt(birthday.dob, today) : 0;
  if (question === "place") return true;
  // The law of another country: nothing that is asked here would change the answer.
  if (place === "scotland" || place === "wales" || place === "northern_ireland") return false;
  const never = place === "never";
  const over = age >= 25 && (never || draft.programme === "no");
  switch (question) {
    case "programme":
      return age >= 25 && !never;
    case "now":
      return age < 18 && !never;
    case "eighteenth":
      return age >= 18 && !never && !over;
    case "spells":
      return !never && !over && (age >= 16 || draft.now !== "no");
    case "order":
      return draft.now !== undefined && draft.now !== "no" && matters(question, draft, today);
    case "sgo":
      // Under 16 it changes nothing yet, and decides what starts at 16.
      return (age < 16 && draft.now === "no") || matters(question, draft, today);
    case "learning":
      return age < 25 && statusBy(draft, today)?.possible.includes("frc") === true;
    default:
      return matters(question, draft, today);
  }
}

const OPEN: Partial<Record<StatusQuestion, Draft>> = {
  order: { order: "not_sure" },
  sixteenth: { sixteenth: "not_sure" },
  home: { home: { went: "not_sure" } },
  sgo: { sgo: "not_sure" },
  other: { other: ["not_sure", "hostel"] },
};

/** Whether leaving a question open leaves the status more open than answering "no" would. */
function matters(question: StatusQuestion, draft: Draft, today: string): boolean {
  // A country that is not known keeps everything open, and would hide what else does.
  const known: Draft = draft.place === "not_sure" ? { ...draft, place: "england" } : draft;
  const possible = (one: Draft) => statusBy(one, today)?.possible.join();
  return possible(known) !== possible({ ...known, ...OPEN[question] });
}

// The usual answers, for saying about how many questions there are.
const USUAL: Draft = {
  place: "england",
  programme: "no",
  now: "yes",
  eighteenth: "yes",
  spells: [{ start: "2000", end: null, type: "foster" }],
  order: "no",
  sixteenth: "no",
  home: { went: "no" },
  sgo: "no",
  other: [],
  learning: "none",
};

/** About how many questions there are in all, if the ones to come get the usual answers. */
export function about(given: Draft, today: string): number {
  const { draft } = walk(given, today);
  const dob = draft.birthday?.dob ?? `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
  const start = dob.slice(0, 4);
  const spells = [{ start, end: null, type: "foster" as const }];
  return walk({ birthday: { dob, disputed: "no" }, ...USUAL, spells, ...draft }, today).answered.length;
}
