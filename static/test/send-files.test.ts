/** Files of waiting messages: kept, sent piece by piece, gone on with after a break, and never lost with the line. */
import "./phone";
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountDb, keepOnlyQueue } from "../src/data/db";
import { uuid7 } from "../src/data/ids";
import { keepFile, keptBytes, keptFile, tidyFiles } from "../src/data/kept-files";
import { enqueue, inState } from "../src/data/queue";
import { heldBack, sendFiles } from "../src/data/send-files";
import { problem } from "./fake-server";
import { freshPhone } from "./phone";

const SIZE = 150 * 1024;

/** The server's side of files, with accidents: see webapp/messages/routes.py. */
class FileServer {
  here = new Map<string, number[]>();
  pieces: number[] = [];
  accident: (method: string, nth: number) => Response | "lose-answer" | "lose-request" | null = () => null;
  private nth = 0;

  fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const accident = this.accident(init.method ?? "", ++this.nth);
    if (accident === "lose-request") throw new TypeError("network");
    if (accident instanceof Response) return accident;
    const answer = init.method === "POST" ? this.begin(init) : this.add(String(address), init);
    if (accident === "lose-answer") throw new TypeError("network");
    return answer;
  };

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
  const { account, space } = await freshPhone();
  const server = new FileServer();
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
  assert.equal(await sendFiles(account), true);
  assert.equal(await held(), 0);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("after a break it goes on from where the server has it", async () => {
  const { account, server, id, data, held } = await waitingMessage();
  server.accident = (_method, nth) => (nth === 3 ? "lose-request" : null);
  assert.equal(await sendFiles(account), false);
  assert.equal(await held(), 1);
  server.accident = () => null;
  assert.equal(await sendFiles(account), true);
  assert.deepEqual(server.pieces, [0, 64 * 1024, 128 * 1024]);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("a piece whose answer was lost is not there twice", async () => {
  const { account, server, id, data } = await waitingMessage();
  server.accident = (_method, nth) => (nth === 2 ? "lose-answer" : null);
  assert.equal(await sendFiles(account), false);
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
  assert.equal(await sendFiles(account), true);
  assert.deepEqual(server.here.get(id), [...data]);
});

test("a file that is not taken refuses its message and stays on the phone", async () => {
  const { account, server, space, id } = await waitingMessage();
  server.accident = (method) => (method === "PATCH" ? problem(422, "not-valid", false) : null);
  await sendFiles(account);
  assert.equal((await inState(account, "refused")).length, 1);
  assert.equal((await keptBytes(space, id))?.byteLength, SIZE);
});

for (const [status, code] of [
  [401, "signed-out"],
  [503, "busy"],
] as const)
  test(`${status} says nothing about the file: the message waits on`, async () => {
    const { account, server, held } = await waitingMessage();
    server.accident = () => problem(status, code, status >= 500);
    assert.equal(await sendFiles(account), false);
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
  assert.equal(await sendFiles(account), true);
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
