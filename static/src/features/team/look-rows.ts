/** A conversation as a manager is shown it: fetched page by page, put into its order, and kept nowhere. */
import { request } from "../../data/api";
import type { MessageLineRow, MessageRow } from "../../data/messages-types";
import type { Tombstone } from "../../data/types";
import { formatDate } from "../../i18n/index";
import { timeWords } from "../messages/entry-words";

export interface LookPage {
  seq: number;
  more: boolean;
  changes: {
    messages?: readonly (MessageRow | Tombstone)[];
    message_lines?: readonly (MessageLineRow | Tombstone)[];
  };
}

/** What was written, or what the app said: `kind` tells which. */
export type LookEntry = MessageRow | MessageLineRow;

export const isLine = (entry: LookEntry): entry is MessageLineRow => "kind" in entry;

/** When it arrived, with the year; and when it was written, where that was clearly earlier. */
export function stampOf(entry: LookEntry): string {
  const at = isLine(entry) ? entry.at : entry.arrived_at;
  return `${formatDate(at, "long")}, ${isLine(entry) ? formatDate(at, "time") : timeWords(entry)}`;
}

/** Pure: the entries of all pages in the order of the thread. A row that came twice is the newer one. */
export function entriesOf(pages: readonly LookPage[]): LookEntry[] {
  const found = new Map<string, LookEntry>();
  for (const { changes } of pages)
    for (const row of [...(changes.messages ?? []), ...(changes.message_lines ?? [])]) {
      if ("deleted" in row) found.delete(row.id);
      else found.set(row.id, row);
    }
  return [...found.values()].sort((a, b) => a.number - b.number);
}

/** Reads all of it. The server writes the look down once an hour and reason, however many pages there are. */
export async function readConversation(space: string, reason: string): Promise<LookEntry[]> {
  const pages: LookPage[] = [];
  for (let after = 0, more = true; more; ) {
    const page = await request<LookPage>("POST", `/council/spaces/${space}/look`, { reason, after });
    pages.push(page);
    more = page.more && page.seq > after;
    after = page.seq;
  }
  return entriesOf(pages);
}
