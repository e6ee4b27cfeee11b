/** Whose answers are shown on a shared phone, and where they are kept. */
import "../../../test/phone";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { accountDb, deviceDb } from "../../data/db";
import { restoreSession, signOut, startSession } from "../../data/session";
import type { Me, Role } from "../../data/types";
import { check, deleteAnswers, fromBefore, keepAnswers, notKept, settleFromBefore } from "./kept";

const NOBODY = { draft: {}, finished: null };
const PLACE = { draft: { place: "england" as const }, finished: null };

const person = (id: string, role: Role = "young_person"): Me => ({
  account: {
    ...{ id, role, name: id, sign_in_name: id, email: null, council: "rutland" },
    ...{ home_council: null, language: "en" },
  },
  space: role === "young_person" ? `space-${id}` : null,
  session: { id: `session-${id}`, device_name: "Phone" },
  notices: [],
});

/** Stays until the answers of whoever is here now have been read. */
async function shown() {
  for (let tries = 0; check.value === null; tries++) {
    assert.ok(tries < 200, "the answers were never read");
    await new Promise((done) => setTimeout(done, 5));
  }
  return check.value;
}

const onPhone = async () => (await deviceDb()).get("state", "check");

beforeEach(async () => {
  globalThis.fetch = async () => new Response(null, { status: 204 });
  await restoreSession();
  await signOut("discard");
  await shown();
  await deleteAnswers();
});

test("answers of somebody who is not signed in stay on the phone until they are deleted", async () => {
  await keepAnswers(() => PLACE);
  assert.deepEqual(await onPhone(), PLACE);
  await deleteAnswers();
  assert.equal(await onPhone(), undefined);
  assert.deepEqual(check.value, NOBODY);
});

test("answers of an account are in its own database, and signing out removes them", async () => {
  await startSession(person("anna"));
  await shown();
  await keepAnswers(() => PLACE);
  assert.deepEqual(await (await accountDb("anna")).get("meta", "check"), PLACE);
  assert.equal(await onPhone(), undefined);
  await signOut("keep");
  assert.deepEqual(await shown(), NOBODY);
  await startSession(person("ben"));
  assert.deepEqual(await shown(), NOBODY);
  await signOut("discard");
  await startSession(person("anna"));
  assert.deepEqual(await shown(), NOBODY);
});

test("answers from before signing in are offered, and never shown unasked", async () => {
  await keepAnswers(() => PLACE);
  await startSession(person("cleo"));
  assert.deepEqual(await shown(), NOBODY);
  assert.equal(fromBefore.value, true);
  await settleFromBefore(true);
  assert.deepEqual(check.value, PLACE);
  assert.equal(await onPhone(), undefined);
  assert.equal(fromBefore.value, false);
});

test("answers from before signing in stay where they are while the account cannot take them", async () => {
  await keepAnswers(() => PLACE);
  await startSession(person("dora"));
  await shown();
  const db = await accountDb("dora");
  const put = db.put.bind(db);
  db.put = (() => Promise.reject(new Error("full"))) as unknown as typeof db.put;
  await settleFromBefore(true);
  db.put = put;
  assert.deepEqual(check.value, PLACE);
  assert.deepEqual(await onPhone(), PLACE);
  assert.equal(notKept.value, true);
  await settleFromBefore(true);
  assert.deepEqual(await db.get("meta", "check"), PLACE);
  assert.equal(await onPhone(), undefined);
  assert.equal(notKept.value, false);
});

test("an answer given while signing out brings nothing back to the phone", async () => {
  await startSession(person("elif"));
  await shown();
  await keepAnswers(() => PLACE);
  let here = true;
  const leaving = signOut("discard").finally(() => {
    here = false;
  });
  while (here) {
    await keepAnswers((kept) => ({ ...kept, finished: "2026-11-22" }));
    await new Promise((done) => setImmediate(done));
  }
  await leaving;
  assert.equal(await (await accountDb("elif")).get("meta", "check"), undefined);
});

test("what staff enter is about somebody else, and is kept nowhere", async () => {
  await startSession(person("sam", "adviser"));
  await shown();
  await keepAnswers(() => PLACE);
  assert.deepEqual(check.value, PLACE);
  assert.equal(await (await accountDb("sam")).get("meta", "check"), undefined);
  assert.equal(await onPhone(), undefined);
});
