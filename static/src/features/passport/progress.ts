/** Counting: how many skills are done, how many signed off, and what could come next. Pure. */
import type { Level, Skill } from "../../data/types";
import type { Passport } from "./state";

export interface Progress {
  done: number;
  of: number;
  signedOff: number;
}

/** A skill counts as done from "on my own" on. */
export function isDone(level: Level): boolean {
  return level === "on_my_own" || level === "can_show";
}

export function progressOf(skills: readonly Skill[], passport: Passport | null): Progress {
  if (!passport) return { done: 0, of: skills.length, signedOff: 0 };
  return {
    done: skills.filter((skill) => isDone(passport.level(skill.id))).length,
    of: skills.length,
    signedOff: skills.filter((skill) => {
      const signOff = passport.signOff(skill.id);
      return signOff !== null && !signOff.withdrawn;
    }).length,
  };
}

/** What to try next: first what is done with help, then what is not begun, youngest starting age first. */
export function nextSkills(skills: readonly Skill[], passport: Passport, count: number): Skill[] {
  const begun = skills.filter((skill) => passport.level(skill.id) === "with_help");
  const fresh = skills
    .filter((skill) => passport.level(skill.id) === "not_yet")
    .sort((a, b) => a.age - b.age);
  return [...begun, ...fresh].slice(0, count);
}
