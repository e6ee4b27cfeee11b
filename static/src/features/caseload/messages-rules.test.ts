/** Who waits for an answer to a message, and since when. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { MessageReadRow, MessageRow, Operation, OperationKind } from "../../data/types";
import { daysWaited, unansweredOf, type Written } from "./messages-rules";

const NOTHING: Written = { messages: [], reads: [], unsent: [] };

function message(number: number, by_owner: boolean, more: Partial<MessageRow> = {}): MessageRow {
  const at = `2026-11-${String(10 + number).padStart(2, "0")}T09:00:00.000Z`;
  return {
    id: `m${number}`,
    number,
    by: by_owner ? "Leo" : "Sam",
    by_owner,
    mine: false,
    body: "Hello",
    tricky: false,
    files: [],
    written_at: at,
    arrived_at: at,
    withdrawn_at: null,
    answers: null,
    marked: null,
    made_at: at,
    ...more,
  };
}

const read = (upto: number, by_owner: boolean): MessageReadRow => ({
  id: `r${upto}`,
  by: "x",
  by_owner,
  mine: false,
  upto,
  at: "2026-11-20T09:00:00.000Z",
});

const unsent = (kind: OperationKind, body: Record<string, unknown>) => [{ kind, body } as Operation];

test("they wait from the first message after the last reply on", () => {
  const messages = [message(1, true), message(2, false), message(3, true), message(4, true)];
  assert.deepEqual(unansweredOf({ ...NOTHING, messages }), {
    n: 2,
    since: "2026-11-13",
    unread: true,
    open: ["m3", "m4"],
  });
  assert.equal(unansweredOf({ ...NOTHING, messages: messages.slice(0, 2) }), null);
  assert.equal(unansweredOf(NOTHING), null);
});

test("a message that is seen still waits for its answer, whoever of the adviser's side saw it", () => {
  const messages = [message(1, true), message(2, true)];
  const seen = (reads: MessageReadRow[], ops: Operation[] = []) =>
    unansweredOf({ ...NOTHING, messages, reads, unsent: ops })?.unread;
  assert.equal(seen([read(2, false)]), false);
  assert.equal(seen([read(1, false)]), true);
  assert.equal(seen([read(2, true)]), true);
  assert.equal(seen([], unsent("message.seen", { upto: "m2" })), false);
  assert.equal(seen([], unsent("message.seen", { upto: "m1" })), true);
});

test("what was seen and left does not make a new message look older than it is", () => {
  const messages = [message(1, true), message(2, true), message(3, true)];
  assert.deepEqual(unansweredOf({ ...NOTHING, messages, reads: [read(1, false)] }), {
    ...{ n: 2, since: "2026-11-12", unread: true, open: ["m1", "m2", "m3"] },
  });
  assert.equal(unansweredOf({ ...NOTHING, messages, reads: [read(3, false)] })?.since, "2026-11-11");
});

test("withdrawn, made into a request, or said to need nothing: it does not wait", () => {
  const left = (more: Partial<Written>) =>
    unansweredOf({ ...NOTHING, messages: [message(1, true), message(2, true)], ...more });
  const none = (...ids: string[]) =>
    ids.flatMap((id) => unsent("message.mark", { message: id, as: "none", id: null }));
  assert.equal(left({ unsent: none("m1", "m2") }), null);
  assert.deepEqual(left({ unsent: none("m1") })?.open, ["m2"]);
  assert.equal(left({ unsent: unsent("message.mark", { message: "m1", as: "date" }) })?.since, "2026-11-12");
  const marked = message(1, true, { marked: { as: "request", id: "r" } });
  assert.equal(unansweredOf({ ...NOTHING, messages: [marked] }), null);
  const thanks = message(1, true, { marked: { as: "none", id: null } });
  assert.equal(unansweredOf({ ...NOTHING, messages: [thanks] }), null);
  const gone = message(1, true, { withdrawn_at: "2026-11-12T09:00:00.000Z" });
  assert.equal(unansweredOf({ ...NOTHING, messages: [gone] }), null);
});

test("an answer counts as soon as it is safe on this device, and not after it was withdrawn", () => {
  const messages = [message(1, true)];
  assert.equal(unansweredOf({ ...NOTHING, messages, unsent: unsent("message.send", { body: "Yes" }) }), null);
  const taken = message(2, false, { withdrawn_at: "2026-11-13T09:00:00.000Z" });
  assert.equal(unansweredOf({ ...NOTHING, messages: [...messages, taken] })?.n, 1);
});

test("days are counted by the calendar in London, and never below none", () => {
  const late = message(1, true, { arrived_at: "2026-07-01T23:30:00.000Z" });
  const since = unansweredOf({ ...NOTHING, messages: [late] })?.since ?? "";
  assert.equal(since, "2026-07-02");
  assert.equal(daysWaited(since, "2026-07-04"), 2);
  assert.equal(daysWaited(since, "2026-07-01"), 0);
});
