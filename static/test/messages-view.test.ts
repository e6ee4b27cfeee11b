/** A conversation as the screens show it: server rows with this phone's unsent operations over them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { matches, wantedOf } from "../src/data/messages-find";
import { stillUnread } from "../src/data/messages-unread";
import {
  isLine,
  type Part,
  type ShownMessage,
  safeWords,
  seenBy,
  shownThread,
} from "../src/data/messages-view";
import type { MessageReadRow, MessageRow, Operation, OperationKind } from "../src/data/types";

const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, "0")}:00.000Z`;

const row = (number: number, more: Partial<MessageRow> = {}): MessageRow => ({
  ...{
    id: `m${number}`,
    seq: number,
    number,
    by: "Leo",
    by_owner: true,
    mine: true,
    body: `words ${number}`,
  },
  ...{ tricky: false, files: [], written_at: at(number), arrived_at: at(number), withdrawn_at: null },
  ...{ answers: null, marked: null, made_at: at(number), ...more },
});

const read = (upto: number, minute: number, by = "Sam", by_owner = false): MessageReadRow => ({
  ...{ id: `r${upto}-${by}`, upto, at: at(minute), by, by_owner, mine: by_owner },
});

const op = (kind: OperationKind, minute: number, body: Record<string, unknown>, id = `op-${minute}`) =>
  ({
    ...{ id, space: "s", kind, made_at: at(minute), body },
    ...{ state: "waiting", tries: 0, answered_at: null, problem: null },
  }) as Operation;

const part = (messages: MessageRow[], reads: MessageReadRow[] = [], lines: Part["lines"] = []): Part => ({
  ...{ messages, reads, lines },
});

const shown = (given: Part, pending: Operation[] = [], newest = true) =>
  shownThread(given, "young", pending, [], newest).filter((one): one is ShownMessage => !isLine(one));

test("messages stand in the order of arrival, with the lines of the app among them", () => {
  const line = { id: "l", number: 3, kind: "away" as const, name: "Priya", about: null, at: at(3) };
  const entries = shownThread(part([row(4), row(2)], [], [line]), "young", [], [], true);
  assert.deepEqual(
    entries.map((one) => one.id),
    ["m2", "l", "m4"],
  );
});

test("what waits on this phone comes last, and only where the newest are shown", () => {
  const pending = [op("message.send", 1, { body: "hello", files: ["f"], answers: null })];
  const [, own] = shown(part([row(2)]), pending);
  assert.deepEqual([own?.body, own?.number, own?.waiting, own?.own_files], ["hello", null, true, ["f"]]);
  assert.equal(shown(part([row(2)]), pending, false).length, 1);
});

test("a message that came back as a row is not shown twice", () => {
  assert.equal(shown(part([row(2, { id: "op-1" })]), [op("message.send", 1, { body: "hello" })]).length, 1);
});

test("a message that is being taken back shows no words, sent or not", () => {
  const [sent] = shown(part([row(2)]), [op("message.withdraw", 5, { message: "m2" })]);
  assert.deepEqual([sent?.body, sent?.withdrawn, sent?.waiting], [null, true, true]);
  const [own] = shown(part([]), [
    op("message.send", 1, { body: "hello", files: ["f"] }),
    op("message.withdraw", 5, { message: "op-1" }),
  ]);
  assert.deepEqual([own?.body, own?.withdrawn, own?.own_files], [null, true, []]);
});

test("that a message was taken back is said once where the line would stand right below it", () => {
  const line = { id: "l", number: 2, kind: "withdrawn", name: "Leo", about: "m1", at: at(2) } as const;
  const gone = row(1, { body: null, withdrawn_at: at(2) });
  const ids = (messages: MessageRow[], given: Part["lines"][number]) =>
    shownThread(part(messages, [], [given]), "young", [], [], true).map(({ id }) => id);
  assert.deepEqual(ids([gone], line), ["m1"]);
  assert.deepEqual(ids([gone, row(2)], { ...line, number: 3 }), ["m1", "m2", "l"]);
  assert.deepEqual(ids([gone], { ...line, kind: "away" }), ["m1", "l"]);
});

test("what the server refused stays in the thread, as not sent", () => {
  const no = {
    id: "x",
    space: "s",
    kind: "message.send" as const,
    made_at: at(1),
    body: { body: "hi" },
    problem: null,
  };
  const [entry] = shownThread(part([]), "young", [], [no], true);
  assert.ok(entry && !isLine(entry));
  assert.deepEqual([entry.body, entry.refused, entry.waiting], ["hi", true, false]);
});

test("a message was seen by whoever of the other side saw it first, then", () => {
  const reads = [read(4, 30), read(9, 40), read(6, 35, "Priya"), read(9, 1, "Leo", true)];
  const young = seenBy(reads, "young");
  assert.deepEqual(young(3), { by: "Sam", at: at(30) });
  assert.deepEqual(young(5), { by: "Priya", at: at(35) });
  assert.deepEqual(young(9), { by: "Sam", at: at(40) });
  assert.equal(young(10), null);
  assert.deepEqual(seenBy(reads, "staff")(9), { by: "Leo", at: at(1) });
});

test("a row that did not change is the same thing again, and one that was seen meanwhile is not", () => {
  const rows = [row(2)];
  const [before] = shown(part(rows));
  assert.equal(shown(part(rows))[0], before);
  assert.notEqual(shown(part(rows, [read(2, 9)]))[0], before);
});

test("letters that turn the reading direction are left out, those of a language are not", () => {
  assert.equal(safeWords("safe \u202egpj.exe\u2069"), "safe gpj.exe");
  assert.equal(safeWords("می\u200cخواهم \u200f"), "می\u200cخواهم \u200f");
});

test("a search finds all words in any order, without accents and capitals", () => {
  assert.ok(matches("The Café is open on Friday", wantedOf("friday CAFE")));
  assert.ok(!matches("The Café is open", wantedOf("friday cafe")));
  assert.deepEqual(wantedOf("  "), []);
});

test("what this phone has seen is not new any more, before the server knows", () => {
  const unread = { newest: null, waiting: [row(1), row(2), row(3)] };
  assert.equal(stillUnread(unread, []), 3);
  assert.equal(stillUnread(unread, [op("message.seen", 1, { upto: "m2" })]), 1);
});
