/** The results of a check on the screens: groups, words, sums. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entitlement } from "../../data/types";
import type { EntitlementResult, Leaf, Missing } from "../check/rules/types";
import { headlineOf } from "./amounts";
import { leafClauses } from "./leaf-words";
import { leftToAsk, missingOf, sumsOf } from "./missing";
import { resultGroups } from "./results";
import { stateReason, stateTag, stateTitle, untilWords } from "./state-words";
import { awayWords } from "./until";

const entry = (id: string, more: Partial<Entitlement> = {}) =>
  ({ id, title: id, kind: "law_must", who: {}, council: "responsible", ...more }) as Entitlement;

const result = (id: string, more: Partial<EntitlementResult> = {}): EntitlementResult => ({
  ...{ id, state: "now", on: null, event: null, ask: null, because: [], until: null, amounts: [] },
  ...more,
});

const leaf = (key: string, value: unknown, not = false): Leaf => (not ? { key, value, not } : { key, value });

test("what is owed stands apart from what somebody chooses to give, and money comes first", () => {
  const entries = [
    entry("plan"),
    entry("grant", { kind: "guidance" }),
    entry("card", { kind: "council_choice" }),
    entry("course"),
    entry("old"),
    entry("no"),
    entry("next"),
    entry("soon"),
  ];
  const states = {
    course: result("course", { state: "maybe" }),
    old: result("old", { state: "ended", on: "2020-01-01" }),
    no: result("no", { state: "not" }),
    next: result("next", { state: "later", on: "2030-01-01" }),
    soon: result("soon", { state: "later", on: "2027-01-01" }),
  } as Record<string, EntitlementResult>;
  const missing: Missing[] = [{ id: "grant", amount: "main", per: "once", value: 300000 }];
  const groups = resultGroups({
    input: { entries } as never,
    result: { missing } as never,
    of: (id) => states[id] ?? result(id),
  });
  const ids = Object.fromEntries(
    Object.entries(groups).map(([name, list]) => [name, list.map(({ id }: Entitlement) => id)]),
  );
  assert.deepEqual(ids, {
    owed: ["grant", "plan"],
    may: ["card"],
    maybe: ["course"],
    later: ["soon", "next"],
    rest: ["old", "no"],
  });
});

test("only an Act says that somebody should get something; guidance says so of itself, and the rest may be", () => {
  const said = (kind: Entitlement["kind"]) => stateTitle(entry("x", { kind }), result("x"));
  assert.equal(said("law_must"), "You should get this");
  assert.equal(said("guidance"), "Government guidance says you should get this");
  for (const kind of ["law_may", "council_choice", "national_scheme", "charity_or_business"] as const)
    assert.equal(said(kind), "You may be able to get this");
});

test("reasons are sentences, and never say a flat no", () => {
  const now = result("x", {
    because: [leaf("age_min", 18), leaf("age_max", 24), leaf("applies_from", "2023-04-01")],
  });
  assert.equal(stateReason(entry("x"), now), "Because you are aged 18 to 24.");
  assert.equal(stateReason(entry("x"), result("x")), "Because it is for everybody.");
  const not = result("x", { state: "not", because: [leaf("parent", true)] });
  assert.equal(stateTitle(entry("x"), not), "Probably not for you");
  assert.equal(stateReason(entry("x"), not), "It is for you only if you have a child.");
  const event = result("x", { state: "later", event: [leaf("in_education", ["apprenticeship"])] });
  assert.equal(stateReason(entry("x"), event), "It starts when you are an apprentice.");
  assert.equal(stateTag(entry("x"), event), "When you are an apprentice");
  const law = result("x", { state: "later", event: [leaf("commencement", null)] });
  assert.equal(stateTag(entry("x"), law), "Not started yet");
});

test("of several who get something, the reason names what this person is", () => {
  const now = result("x", { because: [leaf("status_any", ["looked_after", "eligible", "frc"])] });
  const said = stateReason(entry("x"), now, { status_any: ["eligible"] });
  assert.equal(said, "Because you are in care, aged 16 or 17.");
});

test("a question that was answered is named in the reason, and turned round where the answer had to be no", () => {
  const asked = entry("x", { who: { all: [{ not: { ask: "Are you a student?", ask_id: "0a" } }] } });
  assert.deepEqual(leafClauses([leaf("ask", "0a", true)], asked), [
    "the answer to “Are you a student?” is no",
  ]);
  assert.deepEqual(leafClauses([leaf("ask", "gone")], asked), []);
  assert.deepEqual(leafClauses([leaf("full_time", true, true)], asked), ["you study part time"]);
  assert.deepEqual(leafClauses([leaf("living", ["custody"], true)], asked), [
    "it is not so that you live in prison or custody",
  ]);
});

test("an end on a birthday is told as an age", () => {
  assert.equal(untilWords("2033-03-10", "2008-03-10"), "until you are 25");
  assert.equal(untilWords("2027-08-31", "2008-03-10"), "until 31 August 2027");
  assert.equal(untilWords(null, "2008-03-10"), null);
});

test("money that came is not missing, and what was asked for is not left to ask", () => {
  const missing: Missing[] = [
    { id: "grant", amount: "main", per: "once", value: 300000 },
    { id: "card", amount: "main", per: "year", value: 20000 },
    { id: "card", amount: "more", per: "once", value: 100 },
  ];
  assert.deepEqual(sumsOf(missing), { once: 300100, yearly: 20000 });
  const left = missingOf({ result: { missing } }, [{ entitlement: "grant", state: "done" }]);
  assert.deepEqual(sumsOf(left), { once: 100, yearly: 20000 });
  assert.equal(leftToAsk(missing, []), 2);
  assert.equal(leftToAsk(missing, [{ entitlement: "card", state: "seen" }]), 1);
  assert.equal(leftToAsk(missing, [{ entitlement: "card", state: "refused" }]), 2);
});

test("the figure on a list is one that is sure, when there is one", () => {
  const amounts = [
    { id: "a", unit: "pence", values: [] },
    { id: "b", unit: "pence", values: [] },
    { id: "c", unit: "weeks", values: [] },
  ] as unknown as NonNullable<Entitlement["amounts"]>;
  const found = (...states: ["yes" | "maybe", string][]) =>
    headlineOf(
      entry("x", { amounts }),
      result("x", { amounts: states.map(([state, id]) => ({ id, state, value: 1, england: null })) }),
    )?.amount.id;
  assert.equal(found(["maybe", "a"], ["yes", "b"]), "b");
  assert.equal(found(["maybe", "a"]), "a");
  assert.equal(found(["yes", "c"]), undefined);
});

test("how far away a day is, in the unit that fits", () => {
  assert.equal(awayWords("2026-11-22", "2026-11-22"), "today");
  assert.equal(awayWords("2026-11-23", "2026-11-22"), "in 1 day");
  assert.equal(awayWords("2027-02-22", "2026-11-22"), "in 3 months");
  assert.equal(awayWords("2031-11-22", "2026-11-22"), "in 5 years");
  assert.equal(awayWords("2026-09-01", "2026-11-22"), "3 months ago");
});
