/** That an adviser looked is written down once in an hour of the clock, for each young person. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeDevice } from "../src/data/device";
import { changes, loadQueue, pending } from "../src/data/operations";
import { noteOpened } from "../src/features/caseload/opened";
import { freshPhone } from "./phone";

const AT = Date.parse("2026-11-22T10:40:00Z");
const MINUTE = 60_000;

test("the first look of an hour is written down, with its time, and is no change of the adviser's", async () => {
  const { space } = await freshPhone();
  await loadQueue();
  const noted = [];
  for (const minutes of [0, 1, 19, 20, 79, 80]) noted.push(await noteOpened(space, AT + minutes * MINUTE));
  assert.deepEqual(noted, [true, false, false, true, false, true]);
  const looks = pending.value.map(({ kind, body }) => `${kind} ${body.at}`);
  assert.deepEqual(looks, [
    "space.opened 2026-11-22T10:40:00.000Z",
    "space.opened 2026-11-22T11:00:00.000Z",
    "space.opened 2026-11-22T12:00:00.000Z",
  ]);
  assert.equal(changes.value.length, 0);
});

test("each young person counts for themself, and the server's clock is the one that counts", async () => {
  const { space } = await freshPhone();
  await loadQueue();
  await changeDevice(() => ({ offset: 30 * MINUTE }));
  assert.equal(await noteOpened(space, AT), true);
  assert.equal(await noteOpened("another", AT), true);
  assert.equal(pending.value[0]?.body.at, "2026-11-22T11:10:00.000Z");
});

test("nobody signed in, nothing written", async () => {
  const { space } = await freshPhone();
  await changeDevice(() => ({ account: null }));
  assert.equal(await noteOpened(space, AT), false);
});
