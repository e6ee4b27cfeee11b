/** The rules of the check: answers in, status and rights out. The same as the server's; nothing here leaves the phone. */
import { fromIso } from "./ages";
import { type Problems, readAnswers, trusted } from "./answers";
import { standing, statusOf as statusOfStanding } from "./status";
import type { Answers, StatusResult } from "./types";

export { canonical, check } from "./results";
export { timeline } from "./timeline";

/** Reads answers as of a day in London: all of them, with their defaults, or every problem with its place. */
export function parseAnswers(raw: unknown, today: string): { answers: Answers } | Problems {
  const read = readAnswers(raw, fromIso(today));
  return "problems" in read ? read : { answers: read.said };
}

/** The status that good answers lead to on a day in London. Throws when they cannot be true. */
export function statusOf(answers: Answers, today: string): StatusResult {
  const day = fromIso(today);
  return statusOfStanding(standing(trusted(answers, day), day));
}
