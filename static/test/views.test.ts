/** What the screens show, as pure functions: server rows with this phone's unsent operations over them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { correctedOffset, nextStamp } from "../src/data/device";
import { uuid7 } from "../src/data/ids";
import type { Area, Operation, OperationKind, SignOffRow, SkillRow } from "../src/data/types";
import {
  areaCounts,
  levelOf,
  paperStates,
  signOffState,
  signOffs,
  skillHistory,
  skillLevels,
  skillNotes,
  toSignOff,
} from "../src/data/views";

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

const row = (id: string, level: SkillRow["level"], minute: number, by = "row"): SkillRow => ({
  id,
  level,
  made_at: at(minute),
  op: by,
});

const skill = (id: string) => ({ id, can: "", why: "", try: "", evidence: "", age: 16, heading: "finances" });
const area = { id: "home", title: "Home", order: 1, skills: ["a", "b", "c"].map(skill) } as unknown as Area;

test("the later mark wins, whichever side it is on; the id decides a tie", () => {
  const levels = skillLevels(
    [row("a", "with_help", 5), row("b", "with_help", 5), row("c", "with_help", 5, "op-z")],
    [
      op("passport.mark", 9, { skill: "a", level: "can_show" }),
      op("passport.mark", 1, { skill: "b", level: "can_show" }),
      op("passport.mark", 5, { skill: "c", level: "can_show" }, "op-y"),
    ],
  );
  assert.deepEqual([levels.get("a")?.level, levels.get("a")?.waiting], ["can_show", true]);
  assert.deepEqual([levels.get("b")?.level, levels.get("b")?.waiting], ["with_help", false]);
  assert.equal(levels.get("c")?.level, "with_help");
  assert.equal(levelOf(levels, "d"), "not_yet");
});

test("unsent marks are laid on in the order of their stamps, not of the list", () => {
  const pending = [
    op("passport.mark", 8, { skill: "a", level: "can_show" }),
    op("passport.mark", 3, { skill: "a", level: "with_help" }),
  ];
  assert.equal(skillLevels([], pending).get("a")?.level, "can_show");
});

test("the history has every mark once, newest first", () => {
  const sent = { id: "op-1", skill: "a", level: "with_help" as const, made_at: at(1), by: "Anna" };
  const lines = skillHistory(
    "a",
    [sent, { ...sent, id: "x", skill: "b" }],
    [
      op("passport.mark", 1, { skill: "a", level: "with_help" }, "op-1"),
      op("passport.mark", 4, { skill: "a", level: "on_my_own" }),
    ],
  );
  assert.deepEqual(
    lines.map((line) => [line.id, line.by]),
    [
      ["op-4", null],
      ["op-1", "Anna"],
    ],
  );
});

test("papers change field by field", () => {
  const kept = { id: "passport", state: "asked_for" as const, runs_out: "2031-04", made_at: at(5) };
  const papers = paperStates(
    [kept],
    [
      op("passport.paper", 7, { paper: "passport", state: "got_it" }),
      op("passport.paper", 8, { paper: "cv", runs_out: null }),
      op("passport.paper", 2, { paper: "passport", runs_out: null }),
    ],
  );
  assert.deepEqual(papers.get("passport"), { state: "got_it", runs_out: "2031-04", waiting: true });
  assert.deepEqual(papers.get("cv"), { state: null, runs_out: null, waiting: true });
});

test("a note's text and its sharing are apart", () => {
  const notes = skillNotes(
    [{ id: "a", text: "Mine", shared: false, made_at: at(1) }],
    [
      op("passport.note", 2, { skill: "a", shared: true }),
      op("passport.note", 3, { skill: "b", text: "New" }),
    ],
  );
  assert.deepEqual(notes.get("a"), { text: "Mine", shared: true, waiting: true });
  assert.deepEqual(notes.get("b"), { text: "New", shared: false, waiting: true });
});

test("sign-off: too soon, needed, signed, kept when the level is lowered, taken back", () => {
  const signed: SignOffRow = {
    id: "s1",
    skill: "a",
    level: "on_my_own",
    by: "Sam",
    at: at(1),
    withdrawn: null,
  };
  const all = signOffs([signed], []);
  assert.equal(signOffState("b", "with_help", all).state, "too_soon");
  assert.equal(signOffState("b", "on_my_own", all).state, "needs_sign_off");
  assert.equal(signOffState("a", "can_show", all).state, "signed");
  assert.deepEqual(signOffState("a", "with_help", all), { state: "signed_before", signOff: all[0] });
  const back = signOffs(
    [signed],
    [op("passport.sign_off_withdraw", 5, { sign_off: "s1", reason: "By mistake" })],
  );
  assert.equal(signOffState("a", "on_my_own", back).state, "needs_sign_off");
  assert.equal(back[0]?.withdrawn?.reason, "By mistake");
  assert.equal(signed.withdrawn, null);
});

test("a sign-off made on this device counts at once and stands first", () => {
  const signed: SignOffRow = {
    id: "s1",
    skill: "a",
    level: "on_my_own",
    by: "Sam",
    at: at(1),
    withdrawn: null,
  };
  const all = signOffs([signed], [op("passport.sign_off", 9, { skill: "a", level: "can_show" })]);
  assert.deepEqual(
    all.map((one) => one.id),
    ["op-9", "s1"],
  );
  assert.deepEqual([all[0]?.by, all[0]?.waiting], [null, true]);
});

test("counts of an area, and what could be signed off in it", () => {
  const levels = skillLevels([row("a", "on_my_own", 1), row("b", "with_help", 1)], []);
  const counts = areaCounts(area, levels);
  assert.deepEqual([counts.total, counts.started, counts.done, counts.byLevel.not_yet], [3, 2, 1, 1]);
  assert.deepEqual(toSignOff([area], levels, []), ["a"]);
});

test("a slow answer does not move a clock that is right; a wrong clock is corrected", () => {
  const slow = { serverNow: 101_900, sentAt: 100_000, gotAt: 102_000 };
  assert.equal(correctedOffset(0, slow), 0);
  assert.equal(correctedOffset(1900, slow), 1900, "an offset that still fits stays");
  assert.equal(correctedOffset(1950, slow), 1950, "nor do a few milliseconds matter");
  assert.equal(correctedOffset(2001, slow), 900, "one that cannot be true is measured anew");
  assert.equal(correctedOffset(0, { serverNow: 500_000, sentAt: 100_000, gotAt: 102_000 }), 399_000);
});

test("a stamp is the corrected clock, or just after the largest seen", () => {
  assert.equal(nextStamp(1000, { offset: 500, largest: 0 }), 1500);
  assert.equal(nextStamp(1000, { offset: 0, largest: 9000 }), 9001);
});

test("ids are version 7 and sort by time", () => {
  const early = uuid7(Date.parse(at(1)));
  const late = uuid7(Date.parse(at(2)));
  assert.match(early, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(early < late);
  assert.equal(Number.parseInt(late.replace("-", "").slice(0, 12), 16), Date.parse(at(2)));
});
