/** Messages that are taken back before they are at the server: nothing sticks, and nothing goes that nobody wants sent. */
import "./phone";
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb } from "../src/data/db";
import { sendEverything } from "../src/data/everything";
import { exchange } from "../src/data/exchange";
import { keepFile, keptFile, markSent } from "../src/data/kept-files";
import { enqueue, inState, refuse } from "../src/data/queue";
import { discardRefused, retryRefused } from "../src/data/refused";
import { problem } from "./fake-server";
import { freshPhone } from "./phone";

const said = (type: string, retry: boolean) => ({
  type: `urn:footing:problem:${type}`,
  title: "No",
  status: 422,
  detail: "No.",
  retry,
});

/** A phone with a message, and the server's rule that what it does not have cannot be taken back yet. */
async function phoneWithMessage(files: string[] = []) {
  const phone = await freshPhone();
  const { account, space, server } = phone;
  for (const id of files) await keepFile({ id, space, kind: "pdf", name: "a.pdf" }, new ArrayBuffer(8));
  const message = await enqueue(account, space, "message.send", { body: "no", files, answers: null });
  server.judge = ({ kind, body }) => {
    const here = server.applied.some(({ id }) => id === body.message);
    return kind === "message.withdraw" && !here
      ? { outcome: "refused", problem: said("not-yet", true) }
      : null;
  };
  const takeBack = () => enqueue(account, space, "message.withdraw", { message: message.id });
  const kinds = async (state: "waiting" | "refused" | "done") =>
    (await inState(account, state)).map(({ kind }) => kind);
  const keys = async () => (await accountDb(account)).getAllKeys("files");
  return { ...phone, message, takeBack, kinds, keys };
}

/** The server turns the message down for good. */
function refuseMessages({ server }: Awaited<ReturnType<typeof phoneWithMessage>>) {
  const before = server.judge;
  server.judge = (one) =>
    one.kind === "message.send" ? { outcome: "refused", problem: said("too-long", false) } : before(one);
}

test("what was taken back and then refused does not wait for ever", async () => {
  const phone = await phoneWithMessage();
  await phone.takeBack();
  refuseMessages(phone);
  const report = await exchange(phone.account);
  assert.deepEqual([report.result, report.later], ["done", 0]);
  assert.deepEqual([await phone.kinds("waiting"), await phone.kinds("refused")], [[], ["message.send"]]);
});

test("the same when its file was refused, or the message alone broke the request", async () => {
  const phone = await phoneWithMessage(["f1"]);
  await markSent((await keptFile(phone.space, "f1")) as never, true);
  await phone.takeBack();
  await refuse(phone.account, phone.message.id, said("not-valid", false));
  assert.equal((await exchange(phone.account)).later, 0);
  assert.deepEqual([await phone.kinds("waiting"), await phone.kinds("refused")], [[], ["message.send"]]);
});

test("a taken-back message with a file that never went is forgotten here, and the server hears of neither", async () => {
  const phone = await phoneWithMessage(["f1", "f2"]);
  await markSent((await keptFile(phone.space, "f1")) as never, true);
  await keepFile({ id: "f3", space: phone.space, kind: "pdf", name: "b.pdf" }, new ArrayBuffer(8));
  await phone.takeBack();
  const report = await sendEverything(phone.account);
  assert.deepEqual([report.later, report.held, report.changed], [0, false, true]);
  assert.deepEqual([await phone.kinds("waiting"), await phone.kinds("done")], [[], []]);
  assert.deepEqual(
    phone.server.requests.flatMap(({ operations }) => operations),
    [],
  );
  assert.deepEqual(await phone.keys(), [`${phone.space}/f3`, `${phone.space}/f3/bytes`]);
});

for (const files of [[], ["f1"]])
  test(`what may be on its way goes with its withdrawal (${files.length} files)`, async () => {
    const phone = await phoneWithMessage(files);
    for (const id of files) await markSent((await keptFile(phone.space, id)) as never, true);
    phone.server.accident = () => "lose-answer";
    await exchange(phone.account);
    phone.server.accident = () => null;
    await phone.takeBack();
    assert.equal((await exchange(phone.account)).later, 0);
    assert.deepEqual(await phone.kinds("done"), ["message.send", "message.withdraw"]);
  });

test("a message taken back while its file is under way sends no more pieces of it", async () => {
  const phone = await phoneWithMessage(["f1"]);
  let pieces = 0;
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    if (address.endsWith("/sync")) return phone.server.fetch(address, init);
    if (init.method === "PATCH" && ++pieces > 1) return problem(500, "too-many", true);
    if (init.method === "PATCH") {
      await phone.takeBack();
      await exchange(phone.account);
    }
    return new Response(JSON.stringify({ offset: pieces, done: false }));
  }) as typeof fetch;
  const report = await sendEverything(phone.account);
  assert.deepEqual([pieces, report.held, await phone.kinds("waiting")], [1, false, []]);
});

for (const [name, done, left] of [
  ["thrown away", discardRefused, []],
  ["tried again", retryRefused, ["message.send"]],
] as const)
  test(`a refused message that is ${name} takes what was to take it back along`, async () => {
    const phone = await phoneWithMessage();
    await refuse(phone.account, phone.message.id, said("too-long", false));
    await phone.takeBack();
    await done(phone.message.id);
    assert.deepEqual([await phone.kinds("waiting"), await phone.kinds("refused")], [left, []]);
  });

test("a message that is thrown away leaves none of its files on the phone, and no other's goes", async () => {
  const phone = await phoneWithMessage(["f1", "f2"]);
  await keepFile({ id: "f10", space: phone.space, kind: "pdf", name: "b.pdf" }, new ArrayBuffer(8));
  await refuse(phone.account, phone.message.id, said("not-valid", false));
  await discardRefused(phone.message.id);
  assert.deepEqual(await phone.keys(), [`${phone.space}/f10`, `${phone.space}/f10/bytes`]);
});
