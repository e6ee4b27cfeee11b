/** The status that answers lead to: the best guess, what else it could be, what changes when, what to look out for. Pure. */
import { ageOn, birthday, type Day, monthsAfter, toIso } from "./ages";
import type { ReadAnswers } from "./answers";
import {
  ADULT,
  COUNTS_FROM,
  countedDays,
  decide,
  ENOUGH_DAYS,
  HOME_MONTHS,
  LEAVES_FROM,
  type Life,
  OLDER,
  OLDEST,
  settledAtHome,
  within,
} from "./rules";
import type { StatusCode, StatusResult } from "./types";
import { type Lives, lives } from "./worlds";

export type Open = boolean | null;

/** What answers say as of a day: the lives that they leave open. */
export interface Standing {
  answers: ReadAnswers;
  today: Day;
  lives: Lives;
}

/** The standing of answers as of today (London). */
export function standing(answers: ReadAnswers, today: Day): Standing {
  return { answers, today, lives: lives(answers, today) };
}

/** Every status that the answers leave open on a day, in order of the alphabet. */
export function possible(found: Standing, day: Day): StatusCode[] {
  return [...new Set(found.lives.every.map((life) => decide(life, day)[0]))].sort();
}

/** Whether a former relevant child counts as in learning (CA89 s23CA); null when it was not said. */
export function inLearning({ lives, answers }: Standing, day: Day): Open {
  if (decide(lives.guess, day)[1] === "D18") return true;
  const said = answers.said.in_or_wants_education;
  return said === "not_sure" ? null : said === "yes";
}

/** The days, in order, on which any of the lives changes its status. */
export function turningDays(found: Standing): Day[] {
  const on = (day: Day) => possible(found, day).join();
  return inOrder(found.lives.every.flatMap(candidates)).filter((day) => on(day) !== on(day - 1));
}

/** Days in order, each once. */
export const inOrder = (days: Day[]): Day[] => [...new Set(days)].sort((a, b) => a - b);

/** The status as the wire gives it: codes, days and flags; the words stand in the content. */
export function statusOf(found: Standing): StatusResult {
  const { today } = found;
  const { guess } = found.lives;
  const [status, rule] = decide(guess, today);
  const codes = possible(found, today);
  const open = codes.length > 1;
  const age = ageOn(guess.dob, today);
  const reached = day91(guess, today);
  return {
    age,
    band: bandOf(age),
    status: open ? "unknown" : status,
    best_guess: open ? status : null,
    possible: codes,
    frc_education: codes.includes("frc") ? inLearning(found, today) : false,
    rule: open ? "D20" : rule,
    guess_rule: open ? rule : null,
    // Days that count whichever of the lives is the true one.
    days: Math.min(...found.lives.every.map((life) => countedDays(life, today))),
    day_91: reached === null ? null : toIso(reached),
    changes: changes(guess, today),
    flags: flags(found, codes),
    unsure: open ? deciding(found, status) : [],
  };
}

function bandOf(age: number): StatusResult["band"] {
  if (age < LEAVES_FROM) return "under_16";
  if (age < ADULT) return "16_17";
  if (age < OLDER) return "18_20";
  return age < OLDEST ? "21_24" : "25_plus";
}

/** The unsure answers that alone would change the result; all of them when only several together do. */
function deciding({ lives: { others }, today }: Standing, status: StatusCode): string[] {
  const alone = others.filter(([, life]) => decide(life, today)[0] !== status);
  return (alone.length > 0 ? alone : others).map(([name]) => name);
}

/** When somebody in care now will have been so for 91 days since 14; null when they have, or are not in care. */
function day91(life: Life, today: Day): Day | null {
  const days = countedDays(life, today);
  if (days >= ENOUGH_DAYS || !within(life.fullTime, today)) return null;
  return Math.max(today, birthday(life.dob, COUNTS_FROM)) + ENOUGH_DAYS - days;
}

function changes(life: Life, today: Day): StatusResult["changes"] {
  const found: StatusResult["changes"] = [];
  let before = decide(life, today)[0];
  for (const day of inOrder(candidates(life))) {
    const [status, rule] = decide(life, day);
    if (day <= today || status === before) continue;
    found.push({ on: toIso(day), status, rule });
    before = status;
  }
  return found;
}

/** Every day on which the status of a life can change. */
function candidates(life: Life): Day[] {
  const days = [LEAVES_FROM, ADULT, OLDER, OLDEST].map((age) => birthday(life.dob, age));
  for (const [start, end] of [...life.fullTime, ...life.breaks]) {
    days.push(start, end, day91(life, start) ?? start);
  }
  if (life.home) {
    const [start, ended] = life.home;
    const settled = monthsAfter(start, HOME_MONTHS);
    days.push(settled, ended ?? settled);
  }
  return days;
}

/** What to look out for (E1 to E10, E2b), in order of the alphabet. */
function flags({ answers, lives, today }: Standing, codes: StatusCode[]): string[] {
  const { said, spells } = answers;
  const life = lives.guess;
  const [at16, at18] = [birthday(life.dob, LEAVES_FROM), birthday(life.dob, ADULT)];
  const rights = codes.some((code) => code === "eligible" || code === "relevant" || code === "frc");
  const ends = life.fullTime.map(([, end]) => end).filter((end) => at16 <= end && end <= today);
  const { where } = said.on_16th_birthday;
  // Reached only with days at 16 or 17, which some official pages wrongly leave out.
  const late =
    countedDays(life, today) >= ENOUGH_DAYS && countedDays(life, Math.min(today, at16)) < ENOUGH_DAYS;
  const raised = {
    E1: spells.some(({ type }) => type === "section17_or_housing"),
    E10: rights && late,
    E2: ends.some((end) => end <= at16 + 1),
    E2b: life.guardianship && ends.length > 0,
    E3: where === "detained" || where === "hospital",
    E4: at18 <= today && settledAtHome(life, at18 - 1),
    E5: rights,
    E6: today >= at16 && birthday(life.dob, OLDEST) > today,
    E8: said.age_disputed !== "no",
    E9: codes.some((code) => code.startsWith("qualifying")),
  };
  return Object.entries(raised)
    .filter(([, up]) => up)
    .map(([flag]) => flag);
}
