/** An adviser's quick replies: own words for what is often said, kept in their account on this device. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { accountDb } from "../../data/db";
import { readDevice } from "../../data/device";
import { t, unmarked } from "../../i18n/index";

export const MOST_REPLIES = 8;
export const LONGEST_REPLY = 300;
const KEY = "quick-replies";

const own = signal<{ account: string; replies: string[] } | null>(null);

/** The adviser's own, or null while they have not changed those offered. Ask for them with `readReplies`. */
export const ownReplies: ReadonlySignal<{ account: string; replies: string[] } | null> = own;

/** What is offered as long as an adviser has none of their own; without the signs that mark untranslated words. */
export function offered(): string[] {
  return [
    t("Thank you for telling me."),
    t("I am looking into it. I will write again soon."),
    t("I will call you today."),
    t("Yes, that works for me."),
  ].map(unmarked);
}

/** Pure: replies without the empty ones and without the same one twice, as long and as many as are kept. */
export function tidied(replies: readonly string[]): string[] {
  const trimmed = replies.map((reply) => [...reply.trim()].slice(0, LONGEST_REPLY).join("").trim());
  return [...new Set(trimmed.filter(Boolean))].slice(0, MOST_REPLIES);
}

/** Reads them for whoever is signed in. A device without storage has those offered. */
export async function readReplies(): Promise<void> {
  const { account } = await readDevice();
  if (account === null || own.peek()?.account === account) return;
  const kept = await (await accountDb(account)).get("meta", KEY);
  own.value = Array.isArray(kept) ? { account, replies: kept.map(String) } : null;
}

/** Keeps them; none at all brings back those offered. Raises when the device's storage is full or switched off. */
export async function keepReplies(replies: readonly string[]): Promise<void> {
  const { account } = await readDevice();
  if (account === null) return;
  const next = tidied(replies);
  const db = await accountDb(account);
  await (next.length > 0 ? db.put("meta", next, KEY) : db.delete("meta", KEY));
  own.value = next.length > 0 ? { account, replies: next } : null;
}
