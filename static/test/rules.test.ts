/** The rules of the check against the cases by hand; the server runs the same files (`tests/entitlements/test_vectors.py`). */
import assert from "node:assert/strict";
import { test } from "node:test";
import cases from "../../tests/vectors/cases.json";
import conditions from "../../tests/vectors/conditions.json";
import type { Condition } from "../src/data/content-types";
import { canonical, check, parseAnswers, statusOf, timeline } from "../src/features/check/rules/index";
import type { Answers, Circumstances } from "../src/features/check/rules/types";
import { judge } from "../src/features/check/rules/who";
import { type PersonVector, personOf } from "./answerer";

interface Case {
  id: string;
  today?: string;
  answers: unknown;
  circumstances?: Circumstances;
  expect: Record<string, unknown>;
}

const DEFAULTS = {
  age_disputed: "no",
  nation: "england",
  in_care_now: "no",
  care_order_now: "no",
  care_spells: [],
  sgo: { in_force: "no", looked_after_before: "no" },
  adopted_at: null,
  on_16th_birthday: { where: "other", looked_after_before: "no" },
  home_spell: null,
  other_accommodation_16_17: [],
  in_or_wants_education: "not_sure",
  learning_programme_in_plan: "no",
};

function inputOf(answers: Answers, circumstances: Circumstances, today: string) {
  return { answers, circumstances, entries: [], council: null, homeCouncil: null, today };
}

for (const one of cases.cases as Case[]) {
  test(`case ${one.id}`, () => {
    const today = one.today ?? cases.today;
    const read = parseAnswers(one.answers, today);
    const found: Record<string, unknown> =
      "problems" in read
        ? { ...read }
        : { ...check(inputOf(read.answers, one.circumstances ?? {}, today)).status };
    const wanted = Object.keys(one.expect);
    assert.deepEqual(Object.fromEntries(wanted.map((key) => [key, found[key]])), one.expect);
  });
}

for (const one of conditions) {
  test(`condition: ${one.about}`, () => {
    const { value } = judge(one.node as Condition, personOf(one.person as PersonVector));
    assert.equal(value, one.expect);
  });
}

test("what was not said comes back as its default, and what was said comes back as it was", () => {
  const little = parseAnswers({ dob: "2009-05-01" }, "2026-11-22");
  assert.deepEqual(little, { answers: { dob: "2009-05-01", ...DEFAULTS } });
  const said = {
    ...DEFAULTS,
    dob: "2009-05-01",
    care_spells: [{ start: "2024-05", end: "not_sure", type: "kinship" }],
    adopted_at: 0,
    home_spell: { start: "2025", end: null },
    other_accommodation_16_17: ["voluntary", "not_sure"],
  };
  assert.deepEqual(parseAnswers(said, "2026-11-22"), { answers: said });
  assert.deepEqual(parseAnswers({ ...said, home_spell: "not_sure" }, "2026-11-22"), {
    answers: { ...said, home_spell: "not_sure" },
  });
});

test("answers that cannot be true are refused loudly where they should have been read before", () => {
  const born = { ...DEFAULTS, dob: "2027-01-01" } as unknown as Answers;
  assert.throws(() => statusOf(born, "2026-11-22"), /dob born_in_future/);
  assert.throws(() => timeline(inputOf(born, {}, "2026-11-22")), /dob born_in_future/);
});

test("the time zone of the phone changes nothing", () => {
  const answers = parseAnswers({ dob: "2008-02-29" }, "2026-03-01");
  assert.ok("answers" in answers);
  const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"];
  const before = process.env.TZ;
  const ages = zones.map((zone) => {
    process.env.TZ = zone;
    return statusOf(answers.answers, "2026-03-01").age;
  });
  process.env.TZ = before ?? "";
  assert.deepEqual(ages, [18, 18, 18]);
});

test("JSON has one form", () => {
  assert.equal(
    canonical({ b: [1, null, { d: "é", c: false }], a: {} }),
    '{"a":{},"b":[1,null,{"c":false,"d":"é"}]}',
  );
});
