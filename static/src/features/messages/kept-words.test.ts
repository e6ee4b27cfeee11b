/** How long messages are kept, in words: as the server's setting says, never a promise of the app's own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keptWords } from "./kept-words";

const SAID: [Record<string, number>, string | null][] = [
  [{}, null],
  [{ looks: 30 }, null],
  [{ messages: 1 }, "Messages are deleted 1 day after your account ends."],
  [{ messages: 90 }, "Messages are deleted 90 days after your account ends."],
  [{ messages: 365 }, "Messages are deleted 1 year after your account ends."],
  [{ messages: 2555 }, "Messages are deleted 7 years after your account ends."],
  [{ messages: 2600 }, "Messages are deleted 2,600 days after your account ends."],
  [{ messages: 2555, all: 400 }, "Messages are deleted 400 days after your account ends."],
  [{ all: 3650 }, "Messages are deleted 10 years after your account ends."],
];

for (const [kept, words] of SAID)
  test(`of ${JSON.stringify(kept)} is said: ${words}`, () => assert.equal(keptWords(kept), words));
