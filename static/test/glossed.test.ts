/** Words of the glossary in a text: which are marked, and which only look like one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { glossaryOf, pieces } from "../src/data/glossed";
import { otherNames } from "../src/data/names";
import { plain, wordsOf } from "../src/data/plain-words";
import type { GlossaryEntry } from "../src/data/types";
import { asEnglish } from "../src/i18n/marks";

function entry(id: string, term: string, also?: string[]): GlossaryEntry {
  const source = { sources: [], as_at: "2026-11-22", review_by: "2027-11-22", confidence: "high" } as const;
  return { id, term, meaning: "…", ...(also && { also }), ...source, sources: [] };
}

const GLOSSARY = glossaryOf([
  entry("pa", "Personal adviser", ["PA"]),
  entry("plan", "Pathway plan"),
  entry("need", "Priority need"),
  entry("eet", "EET and NEET", ["NEET"]),
  entry("order", "Care order", ["care orders"]),
  entry("leave", "Leave to remain", ["limited leave", "limited leave to remain"]),
  entry("arabic", "خطة المسار"),
  entry("uc", "الائتمان الشامل (Universal Credit)"),
  entry("eligible", "Eligible ቆልዓ (eligible child)", ["ቆልዓታት ኤሊጂብል (eligible children)"]),
]);

/** The text with its marked words in brackets. */
function marked(text: string): string {
  const found = pieces(text, GLOSSARY);
  assert.equal(found.map((piece) => piece.text).join(""), text);
  return found.map((piece) => (piece.entry ? `[${piece.text}:${piece.entry.id}]` : piece.text)).join("");
}

test("the first mention of each word is marked, however it is written", () => {
  assert.equal(
    marked("Ask your PA for the pathway plan. Your PA keeps the Pathway  plan."),
    "Ask your [PA:pa] for the [pathway plan:plan]. Your PA keeps the Pathway  plan.",
  );
  assert.equal(marked("It puts you in “priority-need”."), "It puts you in “[priority-need:need]”.");
  assert.equal(marked("Your PA's number"), "Your [PA:pa]'s number");
});

test("letters are only meant where they are written as letters", () => {
  assert.equal(marked("pa, Pa and neet"), "pa, Pa and neet");
  assert.equal(marked("paper and PAPER"), "paper and PAPER");
});

test("a name does not go on over a full stop or a comma", () => {
  assert.equal(marked("Once you left care, order a bin."), "Once you left care, order a bin.");
});

test("the longest name counts, and a text of nothing known stays whole", () => {
  assert.equal(marked("You have limited leave to remain."), "You have [limited leave to remain:leave].");
  assert.deepEqual(pieces("Nothing here.", GLOSSARY), [{ text: "Nothing here." }]);
  assert.deepEqual(pieces("", GLOSSARY), []);
});

test("other scripts are matched without their vowel marks", () => {
  assert.equal(marked("هذه خُطَّة المسار."), "هذه [خُطَّة المسار:arabic].");
});

test("a name with a bracket is also called what stands before it and in it", () => {
  assert.equal(marked("اطلب الائتمان الشامل."), "اطلب [الائتمان الشامل:uc].");
  assert.equal(marked("You get Universal Credit."), "You get [Universal Credit:uc].");
  assert.equal(
    marked("الائتمان الشامل (Universal Credit)، ثم"),
    "[الائتمان الشامل:uc] (Universal Credit)، ثم",
    "once is enough",
  );
  assert.equal(marked("ንስኻ eligible child ኢኻ።"), "ንስኻ [eligible child:eligible] ኢኻ።");
});

test("in scripts without capitals, too, a name is whole words: commas and full stops of the script part them", () => {
  assert.equal(marked("خطة، المسار"), "خطة، المسار");
  assert.equal(marked("خطة المسارات"), "خطة المسارات");
  assert.equal(marked("«خطة المسار»؟"), "«[خطة المسار:arabic]»؟");
  assert.equal(marked("ቆልዓታት፣ ኤሊጂብል።"), "ቆልዓታት፣ ኤሊጂብል።");
  assert.equal(marked("ቆልዓታት ኤሊጂብል፡ ከምኡ"), "[ቆልዓታት ኤሊጂብል:eligible]፡ ከምኡ");
  assert.equal(marked("ናይቆልዓታት ኤሊጂብል"), "ናይቆልዓታት ኤሊጂብል");
});

test("words that are English among others are compared like any", () => {
  assert.equal(plain(asEnglish("Pathway plan")), "pathway plan");
  assert.deepEqual(otherNames(entry("a", asEnglish("Advocate"), [asEnglish("advocates")])), []);
});

test("what a bracket says already is not said again", () => {
  assert.deepEqual(otherNames(entry("a", "خطة المسار (pathway plan)", ["pathway plan", "PP"])), ["PP"]);
});

test("only names that differ by more than an ending are said", () => {
  assert.deepEqual(otherNames(entry("a", "Advocate", ["advocates", "advocacy", "speaker"])), ["speaker"]);
  assert.deepEqual(otherNames(entry("b", "Tenancy", ["tenancies", "tenancy agreement"])), [
    "tenancy agreement",
  ]);
  assert.deepEqual(otherNames(entry("c", "Bursary")), []);
});

test("words are compared without case, accents and keyboards", () => {
  const same: [string, string][] = [
    ["Café", "CAFE"],
    ["Đặng", "dang"],
    ["إقامة", "اقامه"],
    ["مُستشار", "مستشار"],
    ["کمک", "كمك"],
    ["می‌خواهم", "میخواهم"],
    ["١٨", "18"],
    ["۱۸", "18"],
    ["ﬁle", "file"],
  ];
  for (const [one, other] of same) assert.equal(plain(one), plain(other), `${one} ${other}`);
  assert.deepEqual(
    wordsOf("ናይ ስደት፡ ሓገዝ").map((word) => word.plain),
    ["ናይ", "ስደት", "ሓገዝ"],
  );
});
