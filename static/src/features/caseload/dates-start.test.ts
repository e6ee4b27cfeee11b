/** A date that is planned from a message begins with what is known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { OWN, type ShownDate } from "../../data/dates-view";
import { startFrom } from "./dates-start";

const date = (more: Partial<ShownDate>) =>
  ({
    kind: "pa-visit",
    day: "2026-11-02",
    state: "held",
    place: "",
    call: false,
    with: "",
    ...more,
  }) as ShownDate;

test("the last date with this person says where, and the adviser is there", () => {
  const dates = [
    date({ place: "The old flat" }),
    date({ place: "The library" }),
    date({ kind: OWN, place: "Dentist" }),
  ];
  assert.deepEqual(startFrom(dates, "Sam"), {
    kind: "",
    typed: { day: "", time: "", place: "The library", with: "Sam", call: false },
  });
  assert.equal(startFrom([date({ call: true })], "Sam").typed.call, true);
});

test("what they asked for is chosen, and nothing else", () => {
  const asked = date({ kind: "pathway-plan-review", state: "asked", day: null });
  assert.equal(startFrom([date({}), asked], "Sam").kind, "pathway-plan-review");
  assert.deepEqual(startFrom([], "Sam"), {
    kind: "",
    typed: { day: "", time: "", place: "", with: "Sam", call: false },
  });
});
