/** Which of the phone's voices reads a text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { voiceFor } from "../src/ui/voices";

const voice = (lang: string, localService = true) => ({ lang, localService });
const VOICES = [voice("en-US"), voice("en_GB"), voice("ar-SA", false), voice("fa-IR"), voice("vi")];

test("the voice of the region, else of the language", () => {
  assert.equal(voiceFor(VOICES, "en"), VOICES[1]);
  assert.equal(voiceFor(VOICES, "fa-AF"), VOICES[3]);
  assert.equal(voiceFor(VOICES, "vi"), VOICES[4]);
});

test("no voice, rather than one of another language or of the internet", () => {
  for (const lang of ["ar", "ckb", "ti"]) assert.equal(voiceFor(VOICES, lang), null);
});
