/** Answers one vector: the counterpart of `tests/vectors/evaluate.py`, in the same form to the byte. */
import type { Condition, Entitlement } from "../src/data/content-types";
import { canonical, check, parseAnswers, statusOf, timeline } from "../src/features/check/rules/index";
import type { CheckInput, Circumstances } from "../src/features/check/rules/types";
import { judge, type Person } from "../src/features/check/rules/who";

/** A life, as `tests/vectors/lives.py` makes it. */
export interface LifeVector {
  today: string;
  answers: unknown;
  circumstances: Circumstances;
  council: string | null;
  home_council: string | null;
}

/** A person as `tests/vectors/conditions.json` describes them. */
export interface PersonVector {
  day: string;
  age: number;
  statuses: string[];
  in_learning: boolean | null;
  facts: Circumstances;
  council: string | null;
  home_council: string | null;
}

export type Vector =
  | { op: "entries"; entries: Record<string, Entitlement[]> }
  | { op: "status"; life: LifeVector }
  | { op: "whole"; life: LifeVector; pack: string }
  | { op: "judge"; node: Condition; person: PersonVector };

/** Gives what answers vectors, in order; null for the one that brings the entries. */
export function answerer(): (vector: Vector) => string | null {
  let entries: Record<string, Entitlement[]> = {};
  return (vector) => {
    if (vector.op === "entries") {
      entries = vector.entries;
      return null;
    }
    if (vector.op === "judge") return canonical(judge(vector.node, personOf(vector.person)));
    if (vector.op === "status") return canonical(statusFor(vector.life));
    return canonical(wholeFor(vector.life, entries[vector.pack] ?? []));
  };
}

export function personOf({ in_learning, home_council, ...rest }: PersonVector): Person {
  return { ...rest, inLearning: in_learning, homeCouncil: home_council };
}

export function statusFor({ answers, today }: LifeVector) {
  const read = parseAnswers(answers, today);
  return "problems" in read ? read : statusOf(read.answers, today);
}

function wholeFor({ home_council: homeCouncil, answers, ...life }: LifeVector, entries: Entitlement[]) {
  const read = parseAnswers(answers, life.today);
  if ("problems" in read) return read;
  const input: CheckInput = { ...life, homeCouncil, answers: read.answers, entries };
  return { check: check(input), timeline: timeline(input) };
}
