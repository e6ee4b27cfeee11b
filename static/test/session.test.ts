/** Signing in and out of a phone: what stays on it, what goes, and what happens without a connection. */
import "./phone";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { effect } from "@preact/signals";
import { request } from "../src/data/api";
import { accountDb } from "../src/data/db";
import { changeDevice, readDevice } from "../src/data/device";
import { pending, queueOperation, refused } from "../src/data/operations";
import { enqueue } from "../src/data/queue";
import { discardRefused, retryRefused } from "../src/data/refused";
import {
  me,
  onSendFirst,
  refreshMe,
  restoreSession,
  sessionEnded,
  signOut,
  startSession,
  waitingCount,
} from "../src/data/session";
import { checkStale, openStore, rows, spaces, stale } from "../src/data/store";
import { backOff, syncNow, syncState, updateRequired } from "../src/data/sync";
import type { Me, Role } from "../src/data/types";
import { FakeServer, problem } from "./fake-server";

const person = (id: string, role: Role = "young_person"): Me => ({
  account: {
    id,
    role,
    name: id,
    sign_in_name: null,
    email: null,
    council: "rutland",
    home_council: null,
    language: "en",
  },
  space: role === "young_person" ? `${id}-space` : null,
  session: { id: "s", device_name: "Phone" },
  notices: [],
});

let server: FakeServer;
let signedIn: Me | null;
let asked: string[];
let connected: boolean;

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

async function answer(address: string, init?: RequestInit): Promise<Response> {
  const path = address.replace("/api/v1", "");
  asked.push(`${init?.method} ${path}`);
  if (!connected) throw new TypeError("network");
  if (path === "/sync") return signedIn ? server.fetch(path, init) : problem(401, "not-signed-in", true);
  if (path === "/auth/sign-out") {
    signedIn = null;
    return new Response(null, { status: 204 });
  }
  return signedIn ? new Response(JSON.stringify(signedIn)) : problem(401, "not-signed-in", true);
}

beforeEach(async () => {
  server = new FakeServer();
  asked = [];
  connected = true;
  signedIn = null;
  globalThis.fetch = answer as typeof fetch;
  onSendFirst(syncNow);
  await changeDevice(() => ({ account: null, offset: 0, largest: 0, signingOut: false, wipe: null }));
  await restoreSession();
});

async function signIn(id: string, role: Role = "young_person"): Promise<Me> {
  const found = person(id, role);
  signedIn = found;
  server.account = id;
  server.spaces.clear();
  server.addSpace(`${id}-space`);
  await startSession(found);
  return found;
}

test("after signing in, a mark is queued, sent, and shown as a row", async () => {
  await signIn("a1");
  const shown = rows("a1-space", "skills");
  await queueOperation("a1-space", "passport.mark", { skill: "home-01", level: "can_show" });
  assert.equal(waitingCount.value, 1);
  await syncNow();
  assert.equal(waitingCount.value, 0);
  assert.deepEqual(
    shown.value.map((row) => row.id),
    ["home-01"],
  );
  assert.deepEqual(spaces.value, ["a1-space"]);
  assert.equal(syncState.value.phase, "idle");
  assert.ok(syncState.value.lastAt);
});

test("what is sent never leaves the screen in between: its row is here before it leaves the queue", async () => {
  await signIn("a2");
  const shown = rows("a2-space", "skills");
  // More to read than the queue, as on a phone with several screens open.
  for (const one of ["marks", "notes", "papers", "dates", "requests"] as const) rows("a2-space", one);
  await queueOperation("a2-space", "passport.mark", { skill: "home-01", level: "can_show" });
  const gone: boolean[] = [];
  const stop = effect(() => {
    gone.push(pending.value.length + shown.value.length === 0);
  });
  await syncNow();
  stop();
  assert.ok(gone.length > 1);
  assert.ok(!gone.includes(true));
});

test("nobody signed in: nothing is queued", async () => {
  await assert.rejects(queueOperation("x", "passport.mark", {}), /nobody/);
});

test("a session that ended keeps everything and asks to sign in again", async () => {
  await signIn("a2");
  await queueOperation("a2-space", "passport.mark", { skill: "home-01", level: "with_help" });
  signedIn = null;
  await syncNow();
  assert.equal(sessionEnded.value, true);
  assert.equal(me.value?.account.id, "a2");
  assert.equal(waitingCount.value, 1);
  await signIn("a2");
  assert.equal(sessionEnded.value, false);
  await syncNow();
  assert.equal(waitingCount.value, 0);
});

test("a wrong pass phrase does not end the session; any other 401 does", async () => {
  await signIn("a3");
  signedIn = null;
  await assert.rejects(request("POST", "/auth/sign-in", {}));
  assert.equal(sessionEnded.value, false);
  await assert.rejects(request("GET", "/auth/devices"));
  assert.equal(sessionEnded.value, true);
});

test("signing out with 'keep' leaves the queue, and only it, for the same person", async () => {
  await signIn("a4");
  await syncNow();
  server.write("a4-space", "notes", { id: "n" });
  await syncNow();
  await queueOperation("a4-space", "passport.mark", { skill: "home-02", level: "with_help" });
  assert.equal(await signOut("keep"), true);
  assert.equal(me.value, null);
  assert.equal(pending.value.length, 0);
  const db = await accountDb("a4");
  assert.equal((await db.getAllKeys("rows")).length, 0);
  await signIn("b4");
  assert.equal(pending.value.length, 0);
  await signOut("discard");
  await signIn("a4");
  assert.equal(pending.value.length, 1);
});

test("signing out with 'send' needs a connection, and signs nobody out without one", async () => {
  await signIn("a5");
  await queueOperation("a5-space", "passport.mark", { skill: "home-02", level: "with_help" });
  connected = false;
  assert.equal(await signOut("send"), false);
  assert.equal(me.value?.account.id, "a5");
  assert.equal(syncState.value.phase, "offline");
  connected = true;
  assert.equal(await signOut("send"), true);
  assert.equal(server.applied.length, 1);
  assert.ok(!(await indexedDB.databases()).some((one) => one.name === "footing-a5"));
});

test("signing out offline is finished before anything else is asked", async () => {
  await signIn("a6");
  connected = false;
  await signOut("discard");
  assert.equal((await readDevice()).signingOut, true);
  asked = [];
  assert.equal(await refreshMe(), null);
  assert.deepEqual(asked, ["POST /auth/sign-out"]);
  connected = true;
  assert.equal(await refreshMe(), null);
  assert.equal((await readDevice()).signingOut, false);
  assert.equal(me.value, null);
});

test("a wipe that was cut off goes on at the next start", async () => {
  await signIn("a7");
  await syncNow();
  server.write("a7-space", "notes", { id: "n" });
  await syncNow();
  await changeDevice(() => ({ account: null, wipe: { account: "a7", all: false } }));
  await restoreSession();
  assert.ok(!(await indexedDB.databases()).some((one) => one.name === "footing-a7"));
  assert.equal((await readDevice()).wipe, null);
});

test("another person signing in takes away the rows of the one before, not their queue", async () => {
  await signIn("a8");
  await queueOperation("a8-space", "passport.mark", { skill: "home-02", level: "with_help" });
  server.write("a8-space", "notes", { id: "n" });
  await (await accountDb("a8")).put("rows", { id: "n" }, ["a8-space", "notes", "n"]);
  await signIn("b8");
  const db = await accountDb("a8");
  assert.equal((await db.getAllKeys("rows")).length, 0);
  assert.equal((await db.getAllKeys("operations")).length, 1);
  await syncNow();
  assert.ok(server.requests.every((one) => one.account === "b8" && one.operations.length === 0));
});

test("a phone whose storage was cleared finds its session again", async () => {
  signedIn = person("a9");
  server.account = "a9";
  server.addSpace("a9-space");
  server.write("a9-space", "notes", { id: "n" });
  assert.equal((await refreshMe())?.account.id, "a9");
  await syncNow();
  const shown = rows("a9-space", "notes");
  await settled();
  assert.equal(shown.value.length, 1);
});

test("a refused operation can be tried again as a new one, or discarded", async () => {
  await signIn("a10");
  const no = { type: "urn:x:no", title: "No", status: 422, detail: "No.", retry: false };
  server.judge = () => ({ outcome: "refused", problem: no });
  const first = await queueOperation("a10-space", "passport.mark", { skill: "x", level: "with_help" });
  await syncNow();
  assert.deepEqual(
    refused.value.map((one) => [one.id, one.problem?.detail]),
    [[first, "No."]],
  );
  await retryRefused(first);
  assert.equal(refused.value.length, 0);
  assert.notEqual(pending.value[0]?.id, first);
  await syncNow();
  await discardRefused(refused.value[0]?.id ?? "");
  assert.equal(refused.value.length, 0);
});

test("a staff device shows nothing personal after 72 hours without a sync", async () => {
  const adviser = await signIn("pa", "adviser");
  await syncNow();
  server.write("pa-space", "notes", { id: "n" });
  await syncNow();
  const shown = rows("pa-space", "notes");
  await settled();
  assert.equal(shown.value.length, 1);
  const db = await accountDb("pa");
  await db.put("meta", Date.now() - 73 * 3600 * 1000, "synced_at");
  await checkStale(adviser);
  assert.equal(stale.value, true);
  assert.deepEqual([shown.value, spaces.value], [[], []]);
  await syncNow();
  assert.equal(stale.value, false);
  assert.equal(shown.value.length, 1);
});

test("a young person's own phone never hides their things", async () => {
  const anna = await signIn("a11");
  await (await accountDb("a11")).put("meta", 0, "synced_at");
  await checkStale(anna);
  assert.equal(stale.value, false);
});

test("the back-off doubles, stays below five minutes, and is never the same for all", () => {
  assert.deepEqual(
    [0, 1, 2].map((n) => backOff(n, 1)),
    [2000, 4000, 8000],
  );
  assert.equal(backOff(0, 0), 1000);
  assert.equal(backOff(40, 1), 300_000);
});

test("a server that is too new for this app says so", async () => {
  await signIn("a12");
  server.minClient = 99;
  await syncNow();
  assert.equal(updateRequired.value, true);
  server.minClient = 1;
  await syncNow();
  assert.equal(updateRequired.value, false);
});

test("an operation of another tab is seen after a reload of the queue", async () => {
  await signIn("a13");
  await enqueue("a13", "a13-space", "passport.mark", { skill: "x", level: "with_help" });
  await openStore("a13");
  await restoreSession();
  assert.equal(pending.value.length, 1);
});
