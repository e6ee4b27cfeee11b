/** Letters made from a request. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ShownRequest } from "../src/data/asks-view";
import type { Bundle, Entitlement } from "../src/data/types";
import { askWhyLetter, letterText, protestLetter, requestLetter, sheetOf } from "../src/features/asks/letter";

const ENTRY = {
  ...{ id: "grant", title: "Money to set up home", summary: "Money for a bed.", decides: "Your council" },
  ...{ council: "responsible", sources: ["Guidance, chapter 7"] },
  amounts: [
    {
      id: "main",
      unit: "pence",
      per: "once",
      bound: "at_least",
      values: [{ from: "2023-04-01", value: 300000 }],
    },
  ],
} as unknown as Entitlement;
const BUNDLE = { council: { name: "Rutland", state: "live", paper: null } } as unknown as Bundle;
const ABOUT = { bundle: BUNDLE, entry: ENTRY, answerDays: 10, today: "2026-11-22" };
const REFUSED = {
  ...{ title: "Money to set up home", number: "R-7K2M-9QXT", need: "A cooker", note: "", state: "refused" },
  ...{ made_at: "2026-11-03T09:00:00.000Z", due: "2026-11-17", late: false },
  steps: [
    {
      id: "a",
      state: "refused",
      at: "2026-11-10T09:00:00.000Z",
      by: "Sam",
      words: "No money",
      waiting: false,
    },
  ],
} as unknown as ShownRequest;

test("a complaint names the request, the reason given, what the entry says and its source, and the law's days", () => {
  const letter = protestLetter(REFUSED, ABOUT, "stage-1", { working_days: 10 });
  const text = letterText(sheetOf(letter, { name: "", address: "12 High Street" }, "2026-11-22"));
  for (const words of [
    "[your name]",
    "12 High Street",
    "22 November 2026",
    "The complaints manager, Rutland council",
    "Complaint: Money to set up home (R-7K2M-9QXT)",
    "stage 1",
    "On 3 November 2026 I asked for this",
    "“A cooker”",
    "On 10 November 2026 I was told no. The reason I was given: “No money”",
    "Money for a bed. The figure is at least £3,000 once. It comes from: Guidance, chapter 7.",
    "within 10 working days",
    "advocate",
  ])
    assert.ok(text.includes(words), words);
});

test("another way of challenging does not call itself stage 1, and invents no deadline", () => {
  const text = letterText(
    sheetOf(protestLetter(REFUSED, ABOUT, "again", { days: 56 }), { name: "", address: "" }, "2026-11-22"),
  );
  assert.ok(text.includes("I ask you to look at this again"));
  assert.ok(text.includes("by when you will answer"));
  assert.ok(!text.includes("stage 1") && !text.includes("56"));
});

test("asking why when nobody answered says since when, and works without the entry", () => {
  const late = { ...REFUSED, state: "seen", late: true, steps: [] } as ShownRequest;
  const { paragraphs } = askWhyLetter(late, { ...ABOUT, entry: null });
  assert.ok(paragraphs.some((words) => words.includes("due by 17 November 2026. I have not had one.")));
  assert.ok(!paragraphs.some((words) => words.includes("I have read")));
});

test("nothing personal stands in the line of an e-mail", () => {
  for (const letter of [
    protestLetter(REFUSED, ABOUT, "stage-1", null),
    askWhyLetter(REFUSED, ABOUT),
    requestLetter(ENTRY, "A cooker", ABOUT),
  ])
    assert.ok(!/cooker|home/.test(letter.mailSubject), letter.mailSubject);
});

test("a letter names one sum: the summary's, else the figure with what it stands for", () => {
  const text = (entry: Partial<Entitlement>) =>
    requestLetter({ ...ENTRY, ...entry }, "", { ...ABOUT, entry: { ...ENTRY, ...entry } }).paragraphs.join(
      " ",
    );
  const said = text({ summary: "Guidance says at least £4,000." });
  assert.ok(said.includes("£4,000") && !said.includes("£3,000"));
  const priced = text({ amounts: (ENTRY.amounts ?? []).map((one) => ({ ...one, label: "What it costs" })) });
  assert.ok(priced.includes("Money for a bed. What it costs: at least £3,000 once."));
});
