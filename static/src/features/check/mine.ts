/** What the check says about the person who uses this phone: worked out here, from the answers kept here. */
import { homeBundle } from "../../data/content";
import { me } from "../../data/session";
import type { Bundle, Entitlement } from "../../data/types";
import { today } from "../../ui/dated";
import { toAnswers, toCircumstances } from "./draft";
import { type StatusQuestion, walk } from "./flow";
import { type Kept, check as keptCheck } from "./kept";
import { check, parseAnswers } from "./rules/index";
import type { CheckInput, CheckResult, EntitlementResult } from "./rules/types";

export interface Mine {
  kept: Kept;
  input: CheckInput;
  result: CheckResult;
  of: (entitlement: string) => EntitlementResult | undefined;
  /** A question that has come up since, for one after a birthday. */
  open: StatusQuestion | null;
}

let last: { parts: readonly unknown[]; mine: Mine | null } = { parts: [], mine: null };

/** The results; null when the check was never finished. Reading it in a component draws that again when they change. */
export function useMine(bundle: Bundle | null): Mine | null {
  const kept = keptCheck.value;
  const parts = [kept, bundle, homeBundle.value, me.value, today()];
  if (parts.some((part, at) => part !== last.parts[at])) last = { parts, mine: bundle && work(kept, bundle) };
  return last.mine;
}

function work(kept: Kept | null, bundle: Bundle): Mine | null {
  if (!kept?.finished) return null;
  const day = today();
  const { draft, next } = walk(kept.draft, day);
  const read = parseAnswers(toAnswers(draft, day), day);
  if ("problems" in read) return null;
  const account = me.value?.account;
  const council = bundle.council.state === "base" ? null : bundle.council.slug;
  const input: CheckInput = {
    answers: read.answers,
    circumstances: toCircumstances(kept.draft),
    entries: entriesFor(bundle, homeBundle.value),
    council,
    // An account names the council somebody lives in only when it is another one.
    homeCouncil: account ? (account.home_council ?? council) : null,
    today: day,
  };
  const result = check(input);
  const by = new Map(result.entitlements.map((one) => [one.id, one]));
  return { kept, input, result, of: (id) => by.get(id), open: next };
}

/** The entries that count for somebody who lives in another council's area: what that council decides is in its pack. */
export function entriesFor(bundle: Bundle, home: Bundle | null): readonly Entitlement[] {
  if (!home) return bundle.entitlements;
  return bundle.entitlements.map((entry) =>
    entry.council === "home" ? (home.entitlements.find((one) => one.id === entry.id) ?? entry) : entry,
  );
}
