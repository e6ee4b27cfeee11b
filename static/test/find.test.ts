/** The search: typos, other names, other scripts, order, and what happens when nothing fits. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Bundle } from "../src/data/types";
import { type Found, find } from "../src/features/search/find";
import { buildIndex, type Index } from "../src/features/search/search-index";

const RIGHTS = [
  {
    id: "home-money",
    title: "Money to set up your first home",
    also_called: ["setting up home allowance", "leaving care grant"],
    summary: "At least £3,000 when you move out.",
    pitfalls: ["It is not for rent."],
  },
  { id: "rent", title: "Help with rent for your own flat", summary: "Not just a room in a shared house." },
  { id: "uni", title: "£2,000 for going to university", summary: "Your council pays it once." },
  { id: "tax", title: "Pay less or no council tax", summary: "Many councils do this." },
  { id: "arabic", title: "إقامة مستقلة", summary: "المساعدة في الحصول على سكن" },
];
const WORDS = [
  {
    id: "suha",
    term: "Setting up home allowance",
    also: ["SUHA", "leaving care grant"],
    typed: ["setting up home money"],
  },
  { id: "tenancy", term: "Tenancy", also: ["tenancies"], typed: ["flat", "renting"] },
  { id: "harm", term: "Self-harm", typed: ["cutting myself", "feeling very low"] },
];
const HELP = [
  { id: "gambling", title: "Gambling helpline", who: "Anyone", topics: ["mind"], hours: "Daily" },
  {
    id: "night",
    title: "Night line",
    who: "Anyone",
    topics: ["mind"],
    hours: "All day every day",
    urgent: true,
  },
];
const SKILL = {
  id: "s1",
  can: "I can read the main parts of a tenancy.",
  why: "So you know.",
  try: "Look.",
  evidence: "Tell.",
};
const BUNDLE = {
  entitlements: RIGHTS,
  offer: [{ id: "o1", title: "Setting up home money", heading: "money", summary: "The paper names a sum." }],
  pledge: {
    areas: [{ id: "a", title: "A good home", promises: [{ id: "p1", text: "We find you a safe home." }] }],
  },
  passport: { areas: [{ id: "home", title: "Home", skills: [SKILL] }] },
  help: HELP,
  glossary: WORDS,
} as unknown as Bundle;

let index: Index;
before(async () => {
  index = await buildIndex(BUNDLE);
});

const all = ({ meant, groups }: Found): string[] => [
  ...(meant ? [meant.id] : []),
  ...groups.flatMap(({ found }) => found.map((one) => one.id)),
];
const search = (typed: string): string[] => all(find(typed, index));

test("a thing is found by any of its names, and the same is found", () => {
  const found = search("SUHA");
  assert.deepEqual(found, ["word/suha", "right/home-money", "offer/o1"]);
  for (const name of ["leaving care grant", "setting up home money", "Setting-up home ALLOWANCE", "suha"])
    assert.deepEqual(search(name), found, name);
});

test("what people call a thing finds what the law calls it", () => {
  assert.deepEqual(new Set(search("flat")), new Set(["word/tenancy", "right/rent", "skill/s1"]));
});

test("typos are forgiven: a wrong, missing, doubled or swapped letter, also in a name", () => {
  const meant: Record<string, string> = {
    univercity: "right/uni",
    unversity: "right/uni",
    "counsil tax": "right/tax",
    "council txa": "right/tax",
    flta: "right/rent",
    tenacny: "skill/s1",
    "seting up home mony": "right/home-money",
    "leaving care gratn": "offer/o1",
  };
  for (const [typed, id] of Object.entries(meant)) assert.ok(search(typed).includes(id), typed);
  assert.deepEqual(search("univercity"), search("university"));
});

test("a short word has to be right", () => {
  assert.deepEqual(search("tox"), []);
});

test("words may be unfinished, in any order, and among words that say nothing", () => {
  assert.equal(search("univ")[0], "right/uni");
  assert.equal(search("tax council")[0], "right/tax");
  assert.equal(search("how do I get help with my rent")[0], "right/rent");
});

test("a title counts more than the small print", () => {
  const rights = search("rent").filter((id) => id.startsWith("right/"));
  assert.deepEqual(rights, ["right/rent", "right/home-money"]);
});

test("in a crisis the lines that are open now come first", () => {
  assert.deepEqual(search("cutting myself"), ["word/harm", "help/night", "help/gambling"]);
});

test("other scripts are found without their marks, and as their keyboards write them", () => {
  assert.deepEqual(search("اقامة"), ["right/arabic"]);
  assert.deepEqual(search("سَكَن"), ["right/arabic"]);
  assert.deepEqual(search("المساعده"), ["right/arabic"]);
});

test("when no entry has all the words, those with some of them are shown and it is said", () => {
  const found = find("university dragons", index);
  assert.equal(found.some, true);
  assert.deepEqual(all(found), ["right/uni"]);
});

test("nothing is found for what is nowhere, and for nothing", () => {
  for (const typed of ["", "  ", "?!", "xqzwv", "the"]) assert.equal(find(typed, index).count, 0, typed);
});

test("the index is made in slices, and another index is made of a bundle without a glossary", async () => {
  let pauses = 0;
  const many = Array.from({ length: 400 }, (_, n) => ({ ...RIGHTS[0], id: `r${n}` }));
  const pause = async () => {
    pauses++;
  };
  const { glossary: _, ...before } = { ...BUNDLE, entitlements: many };
  const made = await buildIndex(before as unknown as Bundle, pause);
  assert.equal(made.documents.size, 400 + 1 + 1 + 1 + 2);
  assert.ok(pauses > 0);
});
