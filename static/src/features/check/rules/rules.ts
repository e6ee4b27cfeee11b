/**
 * Which status in law a life leads to on a day: the decision table D1 to D19, over a life with nothing unsure. What a
 * person is not sure about becomes several lives (see `worlds`); D20 is what they disagree on. Sources: Children Act
 * 1989 (CA89); Care Planning, Placement and Case Review (England) Regulations 2010 (CPPCR); Care Leavers (England)
 * Regulations 2010 (CLR). Pure.
 */
import { ageOn, birthday, type Day, monthsAfter } from "./ages";
import type { StatusCode } from "./types";

export type Times = [Day, Day][];
export type Decision = [StatusCode, string];

// 13 weeks (CA89 Sch 2 para 19B; CPPCR reg 40), as the days from the start of a time in care to its end.
export const ENOUGH_DAYS = 91;
// "Back home" counts from six unbroken months (CLR reg 3).
export const HOME_MONTHS = 6;
export const ADULT = 18;
export const OLDER = 21;
export const OLDEST = 25;
export const COUNTS_FROM = 14;
export const LEAVES_FROM = 16;

/**
 * What decides a status. Times are merged, in order, and end by the 18th birthday: `fullTime` is time in care that
 * counts, `breaks` is short breaks in a planned series (CPPCR reg 48). Whoever is in care now is taken to stay so.
 */
export interface Life {
  dob: Day;
  abroad: boolean;
  fullTime: Times;
  breaks: Times;
  guardianship: boolean;
  awayAt16: boolean;
  home: [Day, Day | null] | null;
  otherHome: boolean;
  programme: boolean;
}

/** The status on a day (London) and the rule that gives it, the first that fits. */
export function decide(life: Life, day: Day): Decision {
  if (life.abroad) return ["unknown", "D1"];
  const age = ageOn(life.dob, day);
  if (age < LEAVES_FROM) {
    const inCare = within(life.fullTime, day) || within(life.breaks, day);
    return inCare ? ["looked_after", "D2"] : ["none_care_experienced", "D3"];
  }
  if (age < ADULT) return before18(life, day);
  if (age < OLDEST) return before25(life, age);
  if (life.programme && formerRelevant(life)) return ["frc", "D18"];
  return ["none_care_experienced", "D19"];
}

function before18(life: Life, day: Day): Decision {
  if (within(life.fullTime, day))
    return countedDays(life, day) >= ENOUGH_DAYS ? ["eligible", "D5"] : ["looked_after", "D6"];
  return within(life.breaks, day) ? ["looked_after", "D4"] : leftBefore18(life, day);
}

function leftBefore18(life: Life, day: Day): Decision {
  const home = settledAtHome(life, day);
  if (wasEligible(life, day)) return home ? ["qualifying", "D7"] : ["relevant", "D8"];
  if (life.awayAt16 && countedDays(life, day) >= ENOUGH_DAYS && !home) return ["relevant", "D9"];
  if (life.guardianship) return ["qualifying", "D10"];
  if (inCouncilCareFrom16(life, day) || life.otherHome) return ["qualifying", "D11"];
  return ["none_care_experienced", "D12"];
}

function before25(life: Life, age: number): Decision {
  const rule = formerRelevant(life);
  if (rule) return ["frc", rule];
  const councilCare = inCouncilCareFrom16(life, birthday(life.dob, ADULT));
  if (age >= OLDER && (life.guardianship || councilCare)) return ["qualifying_21_24", "D17"];
  if (age < OLDER && life.guardianship) return ["qualifying", "D15"];
  if (age < OLDER && (councilCare || life.otherHome)) return ["qualifying", "D16"];
  return ["none_care_experienced", "D19"];
}

/** The rule by which they became a former relevant child at 18 (CA89 s23C(1)), or null. */
function formerRelevant(life: Life): string | null {
  const at18 = birthday(life.dob, ADULT);
  if (within(life.fullTime, at18 - 1) && countedDays(life, at18) >= ENOUGH_DAYS) return "D13";
  // Short breaks between two stays at home do not undo an earlier time in care that was long enough.
  return leftBefore18(life, at18 - 1)[0] === "relevant" ? "D14" : null;
}

/** Days in care that count up to a day: since the 14th birthday, without short breaks, no day twice. */
export function countedDays(life: Life, day: Day): number {
  const first = birthday(life.dob, COUNTS_FROM);
  return life.fullTime.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, day) - Math.max(start, first)),
    0,
  );
}

/**
 * Whether they were an eligible child when a time in care ended, at 16 or later and by a day. One day of 16 is enough,
 * for an age is reached as the birthday starts (CA89 s23A(2); Family Law Reform Act 1969 s9).
 */
function wasEligible(life: Life, day: Day): boolean {
  const at16 = birthday(life.dob, LEAVES_FROM);
  const ends = life.fullTime.map(([, end]) => end).filter((end) => at16 <= end && end <= day);
  // The last end is the one with the most days.
  return ends.length > 0 && countedDays(life, Math.max(...ends)) >= ENOUGH_DAYS;
}

/** Whether they have lived for six months with a parent or somebody like one, and still do (CLR reg 3). */
export function settledAtHome({ home }: Life, day: Day): boolean {
  return home !== null && monthsAfter(home[0], HOME_MONTHS) <= day && (home[1] === null || day < home[1]);
}

/** Whether a council looked after them at any time at 16 or 17, up to a day, breaks too (CA89 s24(1B), (2)). */
function inCouncilCareFrom16(life: Life, day: Day): boolean {
  const at16 = birthday(life.dob, LEAVES_FROM);
  return [...life.fullTime, ...life.breaks].some(([start, end]) => end >= at16 && start <= day);
}

/** Whether a day lies in one of the times; the day on which one ends does not. */
export function within(times: Times, day: Day): boolean {
  return times.some(([start, end]) => start <= day && day < end);
}
