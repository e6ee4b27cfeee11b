/** Requests and spending as the screens show them: server rows with this phone's unsent operations over them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { receiptNumber, shownRequests, spendsOf, spentInAll, stateOf } from "../src/data/asks-view";
import type {
  Operation,
  OperationKind,
  RequestChallengeRow,
  RequestRow,
  RequestStepRow,
  SpendRow,
} from "../src/data/types";

const ID = "01900000-0000-7000-8000-00000000a001";
const RULE = { answer_days: 10, bank_holidays: ["2026-12-25", "2026-12-28"] };
const TODAY = "2026-11-22";

const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, "0")}:00.000Z`;

const op = (
  kind: OperationKind,
  minute: number,
  body: Record<string, unknown>,
  id = `op-${minute}`,
): Operation => ({
  ...{ id, space: "s", kind, made_at: at(minute), body },
  ...{ state: "waiting", tries: 0, answered_at: null, problem: null },
});

const ROW: RequestRow = {
  ...{ id: ID, entitlement: "grant", title: "Money", need: "A cooker", note: "" },
  ...{ made_at: at(1), due: "2026-12-04", number: "R-0000-0A01" },
};

const step = (state: RequestStepRow["state"], minute: number, words = ""): RequestStepRow => ({
  ...{
    id: `step-${minute}`,
    request: ID,
    state,
    at: at(minute),
    by: "Sam",
    by_owner: state === "done" || state === "withdrawn",
    words,
  },
});

function shownOne(
  steps: RequestStepRow[] = [],
  pending: Operation[] = [],
  more: { challenges?: RequestChallengeRow[]; today?: string } = {},
) {
  const rows = { requests: [ROW], steps, challenges: more.challenges ?? [] };
  const [shown] = shownRequests(rows, pending, RULE, more.today ?? TODAY);
  assert.ok(shown);
  return shown;
}

test("the number comes from the last 40 bits, in letters that are hard to mix up", () => {
  assert.equal(receiptNumber("00000000-0000-0000-0000-000000000000"), "R-0000-0000");
  assert.equal(receiptNumber("ffffffff-ffff-7fff-bfff-ffffffffffff"), "R-ZZZZ-ZZZZ");
  assert.equal(receiptNumber("01900000-0000-7000-8000-000000000021"), "R-0000-0011");
});

test("an unsent request has its number and its due date already, and stands once", () => {
  const make = op("request.make", 5, { entitlement: "grant", title: "Money", need: "A bed" }, ID);
  const none = { requests: [], steps: [], challenges: [] };
  const [shown] = shownRequests(none, [make], RULE, TODAY);
  assert.deepEqual(
    [shown?.number, shown?.due, shown?.state, shown?.waiting, shown?.note],
    ["R-0000-1801", "2026-12-04", "asked", true, ""],
  );
  const both = shownRequests({ ...none, requests: [ROW] }, [make], RULE, TODAY);
  assert.deepEqual(
    both.map((one) => [one.need, one.waiting]),
    [["A cooker", false]],
  );
});

test("the newest request stands first", () => {
  const later = op("request.make", 9, { entitlement: "x", title: "Later", need: "y" }, "zz");
  const all = shownRequests({ requests: [ROW], steps: [], challenges: [] }, [later], RULE, TODAY);
  assert.deepEqual(
    all.map((one) => one.title),
    ["Later", "Money"],
  );
});

test("the newest answer counts, and having been seen only while there is none", () => {
  assert.equal(shownOne().state, "asked");
  assert.equal(shownOne([step("seen", 2)]).state, "seen");
  assert.equal(shownOne([step("refused", 3), step("seen", 8)]).state, "refused");
  assert.equal(shownOne([step("refused", 3), step("agreed", 4)]).state, "agreed");
  assert.equal(
    stateOf([
      { state: "agreed", at: at(3), id: "a" },
      { state: "refused", at: at(3), id: "b" },
    ]),
    "refused",
  );
});

test("it is late only when the day is over and nobody has answered", () => {
  assert.equal(shownOne([], [], { today: "2026-12-04" }).late, false);
  assert.equal(shownOne([step("seen", 2)], [], { today: "2026-12-05" }).late, true);
  assert.equal(shownOne([step("agreed", 2)], [], { today: "2026-12-05" }).late, false);
});

test("what is said on this phone counts at once, and once", () => {
  const received = op("request.received", 6, { request: ID }, "step-6");
  const waiting = shownOne([step("agreed", 3)], [received]);
  assert.deepEqual([waiting.state, waiting.steps.at(-1)?.by, waiting.steps.length], ["done", null, 2]);
  const sent = shownOne([step("agreed", 3), { ...step("done", 6), by: "Amina" }], [received]);
  assert.deepEqual([sent.steps.length, sent.steps.at(-1)?.waiting], [2, false]);
  assert.equal(shownOne([], [op("request.withdraw", 6, { request: ID })]).state, "withdrawn");
  const refusal = op("request.step", 6, { request: ID, state: "refused", words: "No money" });
  assert.deepEqual(
    [shownOne([], [refusal]).state, shownOne([], [refusal]).steps[0]?.words],
    ["refused", "No money"],
  );
  assert.equal(shownOne([], [op("request.withdraw", 6, { request: "another" })]).state, "asked");
});

test("the day of a step is set, moved and taken back by the later stamp", () => {
  const row = { id: `${ID}/stage-1`, request: ID, step: "stage-1", on: "2026-11-20", made_at: at(5) };
  const put = (minute: number, on: string | null) =>
    op("request.challenge", minute, { request: ID, step: "stage-1", on });
  const day = (pending: Operation[]) =>
    shownOne([], pending, { challenges: [row] }).challenged.get("stage-1");
  assert.equal(day([]), "2026-11-20");
  assert.equal(day([put(6, "2026-11-21")]), "2026-11-21");
  assert.equal(day([put(4, "2026-11-21")]), "2026-11-20");
  assert.equal(day([put(6, null)]), undefined);
});

test("spending: added, removed and put back before any of it is sent", () => {
  const row: SpendRow = {
    ...{ id: "a", entitlement: "grant", what: "Kettle", pence: 2000, on: "2026-11-01", made_at: at(1) },
  };
  const put = (minute: number, item: string, pence: number, entitlement = "grant") =>
    op("spend.put", minute, { item, entitlement, what: item, pence, on: "2026-11-02" });
  const all = spendsOf("grant", [row], [put(3, "b", 1250), put(4, "c", 99, "other")]);
  assert.deepEqual(
    all.map((spend) => [spend.id, spend.waiting]),
    [
      ["b", true],
      ["a", false],
    ],
  );
  assert.equal(spentInAll(all), 3250);
  const remove = op("spend.remove", 5, { item: "a" });
  assert.deepEqual(spendsOf("grant", [row], [remove]), []);
  assert.equal(spentInAll(spendsOf("grant", [row], [put(7, "a", 2100), remove])), 2100);
  assert.equal(spentInAll(spendsOf("grant", [{ ...row, made_at: at(9) }], [remove])), 2000);
});
