/** Sending and fetching against a server that loses answers, is restored, refuses, and is asked by two tabs. */
import "./phone";
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb, rowRange } from "../src/data/db";
import { changeDevice, readDevice } from "../src/data/device";
import { draftKey } from "../src/data/draft-key";
import { exchange } from "../src/data/exchange";
import { enqueue, inState } from "../src/data/queue";
import { alone } from "../src/data/together";
import type { ProblemBody, SkillRow } from "../src/data/types";
import { problem } from "./fake-server";
import { freshPhone } from "./phone";

const mark = (account: string, space: string, skill: string, level = "with_help") =>
  enqueue(account, space, "passport.mark", { skill, level });

const skills = async (account: string, space: string) =>
  (await (await accountDb(account)).getAll("rows", rowRange(space, "skills"))) as SkillRow[];

const count = async (account: string) => ({
  waiting: (await inState(account, "waiting")).length,
  done: (await inState(account, "done")).length,
  refused: (await inState(account, "refused")).length,
  ended: (await inState(account, "ended")).length,
});

const trouble: ProblemBody = {
  type: "urn:x:unknown-skill",
  title: "No",
  status: 422,
  detail: "No such skill.",
  retry: false,
};

test("what was queued is sent once, answered, and its rows come back", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  const report = await exchange(account);
  assert.equal(report.result, "done");
  assert.deepEqual(await count(account), { waiting: 0, done: 1, refused: 0, ended: 0 });
  assert.equal((await skills(account, space))[0]?.level, "with_help");
  assert.equal(server.requests.length, 1);
});

test("500 marks go in one request, 501 in two", async () => {
  const { account, space, server } = await freshPhone();
  for (let i = 0; i < 501; i++) await mark(account, space, `skill-${i}`);
  await exchange(account);
  assert.deepEqual(
    server.requests.map((one) => one.operations.length),
    [500, 1],
  );
  assert.equal(server.applied.length, 501);
});

test("a lost answer: the operation is sent again and changes nothing twice", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  server.accident = () => "lose-answer";
  assert.equal((await exchange(account)).result, "offline");
  assert.deepEqual(await count(account), { waiting: 1, done: 0, refused: 0, ended: 0 });
  server.accident = () => null;
  assert.equal((await exchange(account)).result, "done");
  assert.equal(server.applied.length, 1);
  assert.equal((await count(account)).done, 1);
});

test("a request that never arrives keeps everything", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  server.accident = () => "lose-request";
  assert.equal((await exchange(account)).result, "offline");
  assert.equal((await count(account)).waiting, 1);
});

test("a restored backup: rows are dropped, and the last 30 days are sent again", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  server.write(space, "skills", { id: "old-row" });
  await exchange(account);
  const old = await mark(account, space, "home-02");
  await exchange(account);
  const db = await accountDb(account);
  const kept = await db.get("operations", old.id);
  assert.ok(kept);
  await db.put("operations", { ...kept, answered_at: Date.now() - 31 * 24 * 3600 * 1000 });
  server.restore(space);
  await mark(account, space, "home-03");
  const report = await exchange(account);
  assert.equal(report.result, "done");
  assert.deepEqual(
    (await skills(account, space)).map((row) => row.id),
    ["home-01", "home-03"],
  );
  assert.equal((await count(account)).waiting, 0);
  assert.deepEqual((await db.get("spaces", space))?.epoch, 2);
});

test("pages are fetched until there is no more; a tombstone removes its row", async () => {
  const { account, space, server } = await freshPhone();
  for (let i = 0; i < 7; i++) server.write(space, "skills", { id: `s${i}` });
  server.pageSize = 3;
  await exchange(account);
  assert.equal((await skills(account, space)).length, 7);
  assert.equal(server.requests.length, 3);
  server.write(space, "skills", { id: "s3", deleted: true });
  await exchange(account);
  assert.ok(!(await skills(account, space)).some((row) => row.id === "s3"));
});

test("two tabs at the same time send each operation once", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  await mark(account, space, "home-02");
  await Promise.all([alone(() => exchange(account)), alone(() => exchange(account))]);
  assert.deepEqual(
    server.requests.map((one) => one.operations.length),
    [2, 0],
  );
  assert.equal(server.applied.length, 2);
});

test("something queued while a request is under way goes in the next round", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  let late: Promise<unknown> | null = null;
  server.accident = () => {
    late ??= mark(account, space, "home-02");
    return null;
  };
  await exchange(account);
  await late;
  await exchange(account);
  assert.equal(server.applied.length, 2);
  assert.equal((await count(account)).waiting, 0);
});

test("a refused operation stays with its reason and stops no other", async () => {
  const { account, space, server } = await freshPhone();
  const bad = await mark(account, space, "no-such-skill");
  await mark(account, space, "home-01");
  server.judge = ({ body }) =>
    body.skill === "no-such-skill" ? { outcome: "refused", problem: trouble } : null;
  await exchange(account);
  const [refused] = await inState(account, "refused");
  assert.equal(refused?.id, bad.id);
  assert.equal(refused?.problem?.detail, "No such skill.");
  assert.equal((await count(account)).done, 1);
  await exchange(account);
  assert.equal(server.requests.at(-1)?.operations.length, 0);
});

test("a kind that the server does not know yet waits and blocks nothing", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "a");
  await mark(account, space, "b");
  await mark(account, space, "c");
  server.judge = ({ body }) => {
    if (body.skill === "a") return "later";
    return body.skill === "b" ? { outcome: "refused", problem: { ...trouble, retry: true } } : null;
  };
  const report = await exchange(account);
  assert.equal(report.result, "done");
  assert.equal(report.later, 2);
  assert.deepEqual(await count(account), { waiting: 2, done: 1, refused: 0, ended: 0 });
  server.judge = () => null;
  await exchange(account);
  assert.equal((await count(account)).waiting, 0);
});

for (const status of [401, 409]) {
  test(`${status} stops and clears nothing`, async () => {
    const { account, space, server } = await freshPhone();
    server.write(space, "skills", { id: "home-09" });
    await exchange(account);
    await mark(account, space, "home-01");
    server.accident = () => problem(status, "stop", false);
    const report = await exchange(account);
    assert.equal(report.result, "session-ended");
    assert.equal((await count(account)).waiting, 1);
    assert.equal((await skills(account, space)).length, 1);
  });
}

test("429 and 503 keep everything and say how long to wait", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  server.accident = () => problem(429, "too-many", true, { "Retry-After": "30" });
  const report = await exchange(account);
  assert.deepEqual([report.result, report.retryAfter, report.reason], ["trouble", 30, "too-many."]);
  server.accident = () => new Response("<html>Bad gateway</html>", { status: 502 });
  assert.equal((await exchange(account)).result, "trouble");
  assert.equal((await count(account)).waiting, 1);
});

test("one operation that spoils its whole request is found and refused; the others go through", async () => {
  const { account, space, server } = await freshPhone();
  for (let i = 0; i < 9; i++) await mark(account, space, i === 4 ? "poison" : `skill-${i}`);
  server.accident = ({ operations }) =>
    operations.some(({ body }) => body.skill === "poison") ? problem(422, "not-valid", false) : null;
  assert.equal((await exchange(account)).result, "done");
  assert.deepEqual(await count(account), { waiting: 0, done: 8, refused: 1, ended: 0 });
});

test("a space that has ended is wiped; only kind and date stay of what was not accepted", async () => {
  const { account, space, server } = await freshPhone();
  server.write(space, "notes", { id: "n1" });
  await mark(account, space, "home-01");
  await exchange(account);
  const late = await mark(account, space, "home-02");
  await (await accountDb(account)).put("meta", { body: "See you on Tuesday" }, draftKey(space));
  server.ended = [space];
  server.judge = () => ({ outcome: "refused", problem: trouble });
  await exchange(account);
  const db = await accountDb(account);
  assert.equal((await db.getAllKeys("rows")).length, 0);
  assert.equal((await db.getAllKeys("spaces")).length, 0);
  assert.equal(await db.get("meta", draftKey(space)), undefined);
  const [left] = await inState(account, "ended");
  assert.deepEqual(
    [left?.kind, left?.made_at, left?.body, left?.space],
    ["passport.mark", late.made_at, {}, ""],
  );
  assert.deepEqual(await count(account), { waiting: 0, done: 0, refused: 0, ended: 1 });
});

test("a phone on which somebody else signed in meanwhile sends nothing", async () => {
  const { account, space, server } = await freshPhone();
  await mark(account, space, "home-01");
  await changeDevice(() => ({ account: "ben" }));
  await exchange(account);
  assert.equal(server.requests.length, 0);
});

test("a wrong clock: corrected by the server's now, and not ahead for ever", async () => {
  const { account, space, server } = await freshPhone();
  const day = 24 * 3600 * 1000;
  server.clock = () => Date.now() - day;
  const before = await mark(account, space, "home-01");
  await exchange(account);
  const after = await mark(account, space, "home-01");
  const { offset } = await readDevice();
  assert.ok(Math.abs(offset + day) < 2000, `offset ${offset}`);
  assert.ok(Date.parse(after.made_at) < Date.parse(before.made_at) - day / 2);
  assert.ok(Math.abs(Date.parse(after.made_at) - server.clock()) < 2000);
});

test("a clock that was put back gives stamps that still grow", async () => {
  const { account, space, server } = await freshPhone();
  const day = 24 * 3600 * 1000;
  server.clock = () => Date.now() + day;
  await exchange(account);
  await changeDevice(() => ({ offset: -day }));
  const one = await mark(account, space, "home-01");
  const two = await mark(account, space, "home-01");
  assert.ok(one.made_at < two.made_at);
  assert.ok(Date.parse(one.made_at) > Date.now() + day / 2);
  assert.equal(server.requests.length, 1);
});
