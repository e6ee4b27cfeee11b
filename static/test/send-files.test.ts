/** Files of waiting messages: kept, sent piece by piece, gone on with after a break, and never lost with the line. */
import "./phone";
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb, keepOnlyQueue } from "../src/data/db";
import { sendEverything } from "../src/data/everything";
import { uuid7 } from "../src/data/ids";
import { keepFile, keptBytes, keptFile, tidyFiles } from "../src/data/kept-files";
import { enqueue, inState } from "../src/data/queue";
import { heldBack, sendFiles } from "../src/data/send-files";
import { type FakeServer, problem } from "./fake-server";
import { freshPhone } from "./phone";

const SIZE = 150 * 1024;

/** The server's side of files, with accidents: see webapp/messages/routes.py. */
class FileServer {
  here = new Map<string, number[]>();
  pieces: number[] = [];
  methods: string[] = [];
  accident: (method: string, nth: number) => Response | "lose-answer" | "lose-request" | null = () => null;
  private nth = 0;

  constructor(readonly sync: FakeServer) {}

  fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (String(address).endsWith("/sync")) return this.sync.fetch(address, init);
    this.methods.push(init.method ?? "");
    const accident = this.accident(init.method ?? "", ++this.nth);
    if (accident === "lose-request") throw new TypeError("network");
    if (accident instanceof Response) return accident;
    const answer = this.answer(String(address), init);
    if (accident === "lose-answer") throw new TypeError("network");
    return answer;
  };

  private answer(address: string, init: RequestInit): Response {
    if (init.method === "POST") return this.begin(init);
    if (init.method === "PATCH") return this.add(address, init);
    this.here.delete(address.split("/").at(-1) ?? "");
    return new Response(null, { status: 204 });
  }

  private begin({ body }: RequestInit): Response {
    const { id } = JSON.parse(String(body)) as { id: string };
    this.here.set(id, this.here.get(id) ?? []);
    return this.progress(id);
  }

  private add(address: string, { headers, body }: RequestInit): Response {
    const id = address.split("/").at(-1) ?? "";
    const bytes = this.here.get(id) ?? [];
    const offset = Number((headers as Record<string, string>)["Upload-Offset"]);
    if (offset !== bytes.length) {
      const right = {
        type: "urn:footing:problem:conflict",
        offset: bytes.length,
        done: bytes.length >= SIZE,
      };
      return new Response(JSON.stringify(right), { status: 409 });
    }
    this.pieces.push(offset);
    this.here.set(id, [...bytes, ...(body as Uint8Array)]);
    return this.progress(id);
  }

  private progress(id: string): Response {
    const offset = this.here.get(id)?.length ?? 0;
    return new Response(JSON.stringify({ offset, done: offset >= SIZE }));
  }
}

async function waitingMessage() {
  const { account, space, server: sync } = await freshPhone();
  const server = new FileServer(sync);
  globalThis.fetch = server.fetch as typeof fetch;
  const id = uuid7(Date.now());
  const data = Uint8Array.from({ length: SIZE }, (_, at) => at % 251);
  await keepFile({ id, space, kind: "pdf", name: "letter.pdf" }, data.buffer);
  await enqueue(account, space, "message.send", { body: "", files: [id], answers: null });
  const held = async () => (await heldBack(await inState(account, "waiting"))).size;
  return { account, space, server, id, data, held };
}

test("a message is held back until its file is there, whole and unchanged", async () => {
  const { account, server, id, data, held } = await waitingMessage();
  assert.equal(await held(), 1);
  assert.equal((await sendFiles(account)).ready, true);
  assert.equal(await held(), 0);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("after a break it goes on from where the server has it", async () => {
  const { account, server, id, data, held } = await waitingMessage();
  server.accident = (_method, nth) => (nth === 3 ? "lose-request" : null);
  assert.equal((await sendFiles(account)).ready, false);
  assert.equal(await held(), 1);
  server.accident = () => null;
  assert.equal((await sendFiles(account)).ready, true);
  assert.deepEqual(server.pieces, [0, 64 * 1024, 128 * 1024]);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("a piece whose answer was lost is not there twice", async () => {
  const { account, server, id, data } = await waitingMessage();
  server.accident = (_method, nth) => (nth === 2 ? "lose-answer" : null);
  assert.equal((await sendFiles(account)).ready, false);
  server.accident = () => null;
  await sendFiles(account);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("a server that has more than it said tells where to go on", async () => {
  const { account, server, id, data } = await waitingMessage();
  // Another tab without locks sent the first piece between the two requests.
  server.accident = (_method, nth) => {
    if (nth === 2) server.here.set(id, [...data.slice(0, 100 * 1024)]);
    return null;
  };
  assert.equal((await sendFiles(account)).ready, true);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("a file that is not taken refuses its message and stays on the phone", async () => {
  const { account, server, space, id } = await waitingMessage();
  server.accident = (method) => (method === "PATCH" ? problem(422, "not-valid", false) : null);
  await sendFiles(account);
  assert.equal((await inState(account, "refused")).length, 1);
  assert.equal((await keptBytes(space, id))?.byteLength, SIZE);
});

const refusedFor = (reason: string) =>
  new Response(JSON.stringify({ type: "urn:footing:problem:not-valid", status: 422, reason, retry: false }), {
    status: 422,
  });

test("a file whose bytes changed on the way begins again, and arrives", async () => {
  const { account, server, id, data } = await waitingMessage();
  server.accident = (_method, nth) => {
    if (nth !== 4) return null;
    // The server let go of it.
    server.here.delete(id);
    return refusedFor("changed");
  };
  assert.equal((await sendFiles(account)).ready, true);
  assert.deepEqual(server.pieces, [0, 64 * 1024, 0, 64 * 1024, 128 * 1024]);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("when other bytes were announced by its id, they are taken away first", async () => {
  const { account, server, id, data } = await waitingMessage();
  server.here.set(id, [1, 2, 3]);
  server.accident = (_method, nth) => (nth === 1 ? problem(409, "reused-id", false) : null);
  assert.equal((await sendFiles(account)).ready, true);
  assert.deepEqual(server.methods, ["POST", "DELETE", "POST", "PATCH", "PATCH", "PATCH"]);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("a file that changes on the way again and again is tried twice, and then said", async () => {
  const { account, server } = await waitingMessage();
  server.accident = (method) => (method === "PATCH" ? refusedFor("changed") : null);
  await sendFiles(account);
  assert.equal((await inState(account, "refused")).length, 1);
  assert.deepEqual(server.methods, ["POST", "PATCH", "POST", "PATCH"]);
});

test("who waits for everything has the file and then its message sent", async () => {
  const { account, server, id, data } = await waitingMessage();
  const report = await sendEverything(account);
  assert.deepEqual([report.result, report.held], ["done", false]);
  assert.deepEqual(server.here.get(id), [...data]);
  assert.deepEqual(
    server.sync.applied.map(({ kind }) => kind),
    ["message.send"],
  );
  // Nothing of it stays on the phone.
  assert.deepEqual(await (await accountDb(account)).getAllKeys("files"), []);
});

test("it waits for another tab that sends them, and goes on when that one is closed", async () => {
  const { account, server } = await waitingMessage();
  let close = () => {};
  const other = navigator.locks.request(
    "footing-files",
    () =>
      new Promise<void>((done) => {
        close = done;
      }),
  );
  const everything = sendEverything(account);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(server.pieces, []);
  close();
  await other;
  assert.equal((await everything).held, false);
  assert.equal(server.sync.applied.length, 1);
});

test("without a connection it stops and says so; nothing is lost", async () => {
  const { account, server } = await waitingMessage();
  server.accident = () => "lose-request";
  const report = await sendEverything(account);
  assert.deepEqual([report.held, (await inState(account, "waiting")).length], [true, 1]);
  assert.ok(server.methods.length <= 4);
});

for (const [status, code] of [
  [401, "signed-out"],
  [503, "busy"],
] as const)
  test(`${status} says nothing about the file: the message waits on`, async () => {
    const { account, server, held } = await waitingMessage();
    server.accident = () => problem(status, code, status >= 500);
    assert.equal((await sendFiles(account)).ready, false);
    assert.deepEqual([(await inState(account, "refused")).length, await held()], [0, 1]);
  });

test("after a restored backup a file that was sent goes once more", async () => {
  const { account, server, id, data, held } = await waitingMessage();
  await sendFiles(account);
  server.here.clear();
  const [operation] = await inState(account, "waiting");
  assert.ok(operation);
  const notYet = { type: "urn:footing:problem:not-yet", title: "", status: 409, detail: "", retry: true };
  await (await accountDb(account)).put("operations", { ...operation, problem: notYet });
  assert.equal(await held(), 1);
  assert.equal((await sendFiles(account)).ready, true);
  assert.deepEqual([server.here.get(id)?.length, await held()], [data.length, 0]);
});

test("signing out keeps the files of what waits, and no other", async () => {
  const { account, space, id } = await waitingMessage();
  await keepFile({ id: "other", space, kind: "pdf", name: "draft.pdf" }, new ArrayBuffer(8));
  await keepOnlyQueue(account);
  assert.deepEqual(
    [
      await keptFile(space, "other"),
      await keptBytes(space, "other"),
      (await keptBytes(space, id))?.byteLength,
    ],
    [undefined, undefined, SIZE],
  );
});

test("a space that ends takes its files along, and no other's", async () => {
  const { account, space, server, id } = await waitingMessage();
  // It is over while the line is too poor for files.
  server.accident = () => "lose-request";
  await sendEverything(account);
  await keepFile({ id: "draft", space, kind: "pdf", name: "draft.pdf" }, new ArrayBuffer(8));
  await keepFile({ id: "other", space: `${space}0`, kind: "pdf", name: "b.pdf" }, new ArrayBuffer(8));
  assert.equal((await keptBytes(space, id))?.byteLength, SIZE);
  server.sync.ended.push(space);
  await sendEverything(account);
  assert.deepEqual(await (await accountDb(account)).getAllKeys("files"), [
    `${space}0/other`,
    `${space}0/other/bytes`,
  ]);
  const [left] = await inState(account, "ended");
  assert.deepEqual([left?.space, left?.body], ["", {}]);
});

test("once the server has the message, its files go", async () => {
  const { account, space, id } = await waitingMessage();
  const [operation] = await inState(account, "waiting");
  assert.ok(operation);
  await (await accountDb(account)).put("operations", {
    ...operation,
    state: "done",
    answered_at: Date.now(),
  });
  await tidyFiles(account);
  assert.deepEqual([await keptFile(space, id), await keptBytes(space, id)], [undefined, undefined]);
});
