/** The language that a phone asks for, among ours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { phoneLanguage } from "./phone-language";

const OURS = ["en", "ar", "ps", "fa", "ckb", "ti", "sq", "vi"];
const CASES: [string[], string | null][] = [
  [["en-GB"], null],
  [["en-GB", "ar-SY"], "ar"],
  [["fr-FR", "pl"], null],
  [["fa-AF"], "fa"],
  [["prs-AF", "en"], "fa"],
  [["ku-Arab-IQ"], "ckb"],
  [["ckb_IQ"], "ckb"],
  [["ku", "ku-Latn"], null],
  [["ti-ER"], "ti"],
  [["pbu"], "ps"],
  [["vi", "sq"], "vi"],
];

for (const [asked, ours] of CASES)
  test(`${asked.join(", ")} gives ${ours}`, () => assert.equal(phoneLanguage(asked, OURS), ours));

test("an old browser that says nothing gets no offer", () =>
  assert.equal(phoneLanguage(undefined, OURS), null));
