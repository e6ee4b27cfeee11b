/** Files going apart from the sync: however often a sync finds them waiting, one sending and one alarm. */
import "./phone";
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { exchange } from "../src/data/exchange";
import { uuid7 } from "../src/data/ids";
import { keepFile } from "../src/data/kept-files";
import { enqueue } from "../src/data/queue";
import { problem } from "./fake-server";
import { freshPhone } from "./phone";

const whole = () => new Response(JSON.stringify({ offset: 8, done: true }));
/** Real time, for the storage: the clock of the tests stands still. */
const settled = async () => {
  for (let n = 0; n < 50; n++) await new Promise((resolve) => setImmediate(resolve));
};

let clock = Date.parse("2026-11-22T09:00:00Z");
beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"], now: clock }));
afterEach(() => {
  // Every alarm has rung before the next test.
  clock += 3_600_000;
  mock.timers.tick(3_600_000);
  mock.timers.reset();
});

/** A phone with a message that waits for its file; `file` answers whatever is asked about files. */
async function waiting(file: () => Response | Promise<Response>) {
  const { account, space, server } = await freshPhone();
  let [asked, calls] = [0, [] as boolean[]];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    if (String(address).endsWith("/sync")) return server.fetch(address, init);
    asked++;
    return file();
  }) as typeof fetch;
  const id = uuid7(Date.now());
  await keepFile({ id, space, kind: "pdf", name: "letter.pdf" }, new ArrayBuffer(8));
  await enqueue(account, space, "message.send", { body: "", files: [id], answers: null });
  const sync = async (quiet: boolean) => {
    await exchange(account, (still = false) => calls.push(still), quiet);
    await settled();
  };
  const pass = async (seconds: number) => {
    mock.timers.tick(seconds * 1000);
    await settled();
  };
  return { sync, pass, asked: () => asked, calls: () => calls };
}

test("while a file is on its way, asking again and again sets no alarms", async () => {
  let arrive = () => {};
  const phone = await waiting(
    () =>
      new Promise((resolve) => {
        arrive = () => resolve(whole());
      }),
  );
  for (let n = 0; n < 5; n++) await phone.sync(true);
  await phone.pass(29);
  assert.deepEqual([phone.asked(), phone.calls()], [1, []]);
  arrive();
  await settled();
  await phone.pass(60);
  assert.deepEqual(phone.calls(), [false]);
});

test("after a break one alarm is set, however often somebody looks for news", async () => {
  const phone = await waiting(() => {
    throw new TypeError("network");
  });
  for (let n = 0; n < 5; n++) await phone.sync(true);
  assert.equal(phone.asked(), 1);
  await phone.pass(19);
  assert.deepEqual(phone.calls(), []);
  await phone.pass(60);
  assert.deepEqual(phone.calls(), [true]);
});

test("who wants it sent now does not wait for the alarm, and sets no second one", async () => {
  const phone = await waiting(() => {
    throw new TypeError("network");
  });
  await phone.sync(true);
  await phone.sync(false);
  assert.equal(phone.asked(), 2);
  await phone.pass(60);
  assert.deepEqual(phone.calls(), [true]);
});

for (const status of [429, 503])
  test(`${status} for a file: nothing is tried before the time that the server named`, async () => {
    const phone = await waiting(() => problem(status, "busy", true, { "Retry-After": "90" }));
    await phone.sync(false);
    await phone.pass(80);
    await phone.sync(true);
    await phone.sync(false);
    assert.deepEqual([phone.asked(), phone.calls()], [1, []]);
    await phone.pass(11);
    assert.deepEqual(phone.calls(), [true]);
    await phone.sync(true);
    assert.equal(phone.asked(), 2);
  });
