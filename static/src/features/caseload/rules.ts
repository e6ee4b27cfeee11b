/** Pure decisions about an adviser's list: who needs them and why, in which order, and who is shown. */

import { londonDay } from "../../data/working-days";
import type { Covering } from "./covering";
import { type DatesSummary, isNear } from "./dates-rules";
import { daysWaited, type Unanswered } from "./messages-rules";

/** After this many weeks without a mark a young person stands out: a PA keeps in touch at least every 8 weeks. */
export const QUIET_WEEKS = 8;

/** Sorts after every ISO date. */
const NEVER = "9999-12-31";

const WEEK = 7 * 24 * 60 * 60 * 1000;

export interface Person {
  space: string;
  name: string;
  birthday: string;
  council: string;
  homeCouncil: string | null;
  signInName: string | null;
  /** Skills that wait for a sign-off, in the order of the areas. */
  toSign: string[];
  /** Skills at "on my own" or above, and how many there are. */
  done: number;
  total: number;
  /** Skills signed off now. */
  signed: number;
  /** Milliseconds since 1970; null when there is no mark yet. */
  lastMark: number | null;
  /** The days by which their unanswered requests are due, as ISO dates, the earliest first. */
  due: string[];
  /** How many of these days are over. */
  late: number;
  /** Requests that were agreed and are not done yet. */
  agreed: number;
  dates: DatesSummary;
  message: Unanswered | null;
  /** Null for the adviser's own young people. */
  covering: Covering | null;
}

export type Need =
  | { kind: "message"; n: number; days: number; unread: boolean }
  | { kind: "review_late"; n: number; days: number }
  | { kind: "date_answer"; n: number }
  | { kind: "date_near"; day: string; time: string | null }
  | { kind: "late"; n: number }
  | { kind: "request"; n: number; due: string }
  | { kind: "sign_off"; n: number }
  | { kind: "quiet"; weeks: number }
  | { kind: "no_marks" };
export type Filter = "all" | Need["kind"];

/** Whole weeks between two moments, never less than none. */
export function weeksBetween(then: number, now: number): number {
  return Math.max(0, Math.floor((now - then) / WEEK));
}

/** Age in whole years on a day; both are ISO dates. Someone born on 29 February is older from 1 March on. */
export function ageOn(birthday: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5, 10) < birthday.slice(5, 10) ? years - 1 : years;
}

/** Why a person needs their adviser, the most pressing first; empty when all is well. */
export function needsOf(person: Person, now: number): Need[] {
  const needs: Need[] = [];
  const [next] = person.due.slice(person.late);
  const day = londonDay(new Date(now).toISOString());
  if (person.message) needs.push(messageNeed(person.message, day));
  if (person.late > 0) needs.push({ kind: "late", n: person.late });
  if (next) needs.push({ kind: "request", n: person.due.length - person.late, due: next });
  needs.push(...datesNeeds(person.dates, day));
  if (person.toSign.length > 0) needs.push({ kind: "sign_off", n: person.toSign.length });
  if (person.lastMark === null) needs.push({ kind: "no_marks" });
  else {
    const weeks = weeksBetween(person.lastMark, now);
    if (weeks >= QUIET_WEEKS) needs.push({ kind: "quiet", weeks });
  }
  return needs;
}

export function messageNeed({ n, since, unread }: Unanswered, day: string): Need & { kind: "message" } {
  return { kind: "message", n, days: daysWaited(since, day), unread };
}

function datesNeeds({ late, toAnswer, next }: DatesSummary, day: string): Need[] {
  const needs: Need[] = [];
  const [worst] = late;
  if (worst) needs.push({ kind: "review_late", n: late.length, days: worst.days });
  if (toAnswer > 0) needs.push({ kind: "date_answer", n: toAnswer });
  if (next && isNear(next.day, day)) needs.push({ kind: "date_near", day: next.day, time: next.time });
  return needs;
}

/**
 * Those who wait for an answer, or whose review is over its limit, first (the earliest due on top: a message is due on the
 * day on which it comes), then by skills to sign off, the quiet ones, and by name.
 */
export function inOrder(people: readonly Person[], now: number): Person[] {
  const weight = (person: Person) => {
    const needs = needsOf(person, now);
    return (
      person.dates.toAnswer * 20 +
      person.toSign.length * 10 +
      (needs.some(({ kind }) => kind === "quiet" || kind === "no_marks") ? 5 : 0)
    );
  };
  const due = ({ due, dates, message }: Person) =>
    [...due.slice(0, 1), ...dates.late.map(({ limit }) => limit), message?.since ?? NEVER].sort()[0] ?? NEVER;
  return [...people].sort((a, b) => {
    if (due(a) !== due(b)) return due(a) < due(b) ? -1 : 1;
    return weight(b) - weight(a) || a.name.localeCompare(b.name);
  });
}

/** Those who fit the filter and whose name has the searched letters, whatever their case or accents. */
export function chosen(people: readonly Person[], filter: Filter, search: string, now: number): Person[] {
  const wanted = plain(search);
  return people.filter(
    (person) =>
      plain(person.name).includes(wanted) &&
      (filter === "all" || needsOf(person, now).some(({ kind }) => kind === filter)),
  );
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** For the chips: how many requests and skills wait, and how many people are quiet or have not begun. */
export function totals(people: readonly Person[], now: number): Record<Need["kind"], number> {
  const sums = {
    message: 0,
    review_late: 0,
    date_answer: 0,
    date_near: 0,
    late: 0,
    request: 0,
    sign_off: 0,
    quiet: 0,
    no_marks: 0,
  };
  for (const person of people)
    for (const need of needsOf(person, now)) sums[need.kind] += "n" in need ? need.n : 1;
  return sums;
}
