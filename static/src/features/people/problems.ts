/** What went wrong with a request, in words for the person: what happened, that nothing is lost, what to do. */
import { ApiProblem } from "../../data/api";
import { t } from "../../i18n/index";

export function isProblem(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && codes.includes(error.code);
}

export function problemWords(error: unknown): string {
  if (!(error instanceof ApiProblem))
    return t("Something broke on this screen. Nothing is lost. Load it again, then try again.");
  switch (error.code) {
    case "offline":
      return t("There is no connection right now. Nothing is lost. Try again when you have signal.");
    case "wrong-sign-in":
      return t("That name and pass phrase do not match. Look for a slip in the spelling, then try again.");
    case "wrong-code":
      return t("That code is not right, or it was used already. Wait for the next one in your code app.");
    case "code-spent":
      return t("This code was used already or is too old. Ask for a new one.");
    case "too-many":
      return t("Too many tries. Nothing is locked. Wait a little, then try again.");
    case "not-signed-in":
      return t("Please sign in again, then do this once more. What you did before is safe on this device.");
    case "not-found":
      return t("We could not find that. It may have moved to someone else.");
    case "not-allowed":
      return t("Your account cannot do this. Nothing was changed.");
    case "conflict":
      return t("Something changed in the meantime. Look again, then try once more.");
    default:
      return unexpected(error);
  }
}

function unexpected(error: ApiProblem): string {
  if (error.status >= 500) return t("Something went wrong on our side. Nothing is lost. Try again soon.");
  return error.detail || error.title;
}

/** The moment (milliseconds since 1970) until which the server asked us to wait; null when it did not. */
export function waitUntil(error: unknown, now: number = Date.now()): number | null {
  if (!isProblem(error, "too-many", "busy")) return null;
  return now + (error.retryAfter ?? 30) * 1000;
}
