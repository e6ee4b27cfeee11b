/** A young person's requests and spending, as they are on this device now. */
import { effect } from "@preact/signals";
import {
  type AnswerRule,
  type ShownRequest,
  type ShownSpend,
  shownRequests,
  spendsOf,
} from "../../data/asks-view";
import { bundle, englishBundle } from "../../data/content";
import { pending } from "../../data/operations";
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type {
  Bundle,
  Entitlement,
  ProfileRow,
  RequestChallengeRow,
  RequestRow,
  RequestStepRow,
  SpendRow,
} from "../../data/types";
import { shownLanguage, unmarked } from "../../i18n/index";
import { today } from "../../ui/dated";

/** What a council has when its pack says nothing else. */
const ANSWER_DAYS = 10;

export interface Asks {
  space: string;
  /** First name of the personal adviser; null when the duty team looks after this person. */
  adviser: string | null;
  /** Newest first. */
  requests: ShownRequest[];
  spends: (entitlement: string) => ShownSpend[];
}

/** Null when no young person is signed in. Reading it in a component draws that again when something changes. */
export function useAsks(): Asks | null {
  const space = me.value?.space;
  return space ? readAsks(space) : null;
}

/** What is asked for and spent in one space. Reading it in a component subscribes that. */
export function readAsks(space: string): Asks {
  const waiting = pending.value.filter((operation) => operation.space === space);
  const kept = {
    requests: rows<RequestRow>(space, "requests").value,
    steps: rows<RequestStepRow>(space, "request_steps").value,
    challenges: rows<RequestChallengeRow>(space, "request_challenges").value,
  };
  const spends = rows<SpendRow>(space, "spends").value;
  return {
    space,
    adviser: rows<ProfileRow>(space, "profile").value[0]?.adviser?.name ?? null,
    requests: shownRequests(kept, waiting, answerRule(bundle.value), today()).map((request) => ({
      ...request,
      title: ownTitle(request),
    })),
    spends: (entitlement) => spendsOf(entitlement, spends, waiting),
  };
}

/** The server's limit. */
const LONGEST_TITLE = 120;

/** What a request is called for whoever answers it: in English, whatever the language of this phone. */
export function recordedTitle(entry: Entitlement): string {
  return unmarked(entryOf(englishBundle.value, entry.id)?.title ?? entry.title).slice(0, LONGEST_TITLE);
}

const PATIENCE_MS = 2000;

/** Waits a moment for the content in English, which comes after that in another language. */
export function englishIsHere(): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (englishBundle.value) resolve();
    });
    // Without a signal it may never come.
    setTimeout(() => {
      stop();
      resolve();
    }, PATIENCE_MS);
  });
}

/** The title as this person reads it, for as long as the entry is called what it was called then. */
function ownTitle({ entitlement, title }: ShownRequest): string {
  const entry = entryOf(bundle.value, entitlement);
  return entry && recordedTitle(entry) === title ? entry.title : title;
}

/** The content in the language of the moment: for a letter that is English whatever the screen is. */
export function contentNow(content: Bundle): Bundle {
  return (shownLanguage() === "en" && englishBundle.value) || content;
}

/** A phone may still hold a bundle from before councils said how they count: what is missing then is the default. */
export function answerRule(content: Bundle | null): AnswerRule {
  return {
    answer_days: content?.council.answer_days ?? ANSWER_DAYS,
    bank_holidays: content?.bank_holidays ?? [],
  };
}

/** The entry that a request is about; null when the pack no longer has it. */
export function entryOf(content: Bundle | null, entitlement: string): Entitlement | null {
  return content?.entitlements.find((one) => one.id === entitlement) ?? null;
}
