/** Words, plural forms, dates and money; and how the build makes catalogues and keeps old files. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { catalogue, pluralTable, readChecked, writeCatalogues } from "../build/catalogues.mjs";
import { chunksOf } from "../build/chunks.mjs";
import { dropOld } from "../build/keep.mjs";
import { packAll } from "../build/pack.mjs";
import { bundleAddress } from "../src/data/content";
import { inEnglish, putCatalogue } from "../src/i18n/catalogue";

import {
  formatDate,
  formatMoney,
  formatNumber,
  languageCodes,
  pluralForm,
  setLanguage,
  t,
  tn,
} from "../src/i18n/index";
import { asEnglish } from "../src/i18n/marks";

const WELSH = "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;";
const POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";

const html = { lang: "en", dir: "ltr" };
Object.defineProperty(globalThis, "document", { value: { documentElement: html }, configurable: true });

beforeEach(() => setLanguage("en"));

test("English needs no catalogue; names are filled in, unknown ones stay", () => {
  assert.equal(t("Hello {name}, {what}", { name: "Anna" }), "Hello Anna, {what}");
  assert.equal(tn("{n} change", "{n} changes", 1), "1 change");
  assert.equal(tn("{n} change", "{n} changes", 1200), "1,200 changes");
});

test("plural forms are right without running code in the page", () => {
  const polish = pluralTable(POLISH);
  assert.deepEqual(
    [1, 2, 5, 12, 22, 112, 122, 1002, 1005].map((n) => pluralForm(polish, n)),
    [0, 1, 2, 2, 1, 2, 1, 1, 2],
  );
  assert.deepEqual(
    [1, 2, 3, 8, 11].map((n) => pluralForm(pluralTable(WELSH), n)),
    [0, 1, 2, 3, 3],
  );
  assert.throws(() => pluralTable("plural=process.exit(1)"), /cannot be read/);
});

test("a catalogue is loaded, shown with its direction, and gaps stay English", async () => {
  const arabic = {
    lang: "ar",
    dir: "rtl",
    plural: "0",
    messages: { Help: "مساعدة", "{n} change": ["أ", "ب"] },
  };
  globalThis.fetch = (async () => new Response(JSON.stringify(arabic))) as typeof fetch;
  assert.equal(await setLanguage("ar"), true);
  assert.deepEqual([t("Help"), t("Me"), html.lang, html.dir], ["مساعدة", asEnglish("Me"), "ar", "rtl"]);
  assert.deepEqual(
    inEnglish(() => [t("Help"), t("Me")]),
    ["Help", "Me"],
  );
  assert.deepEqual(languageCodes(), ["en", "cy", "ar"]);
});

test("what is filled in keeps its own order among words from right to left, once", () => {
  const messages = {
    "To {name}": "إلى {name}",
    "Call {number}": "اتصل \u2066{number}\u2069",
    "{n} day": ["{n} يوم"],
  };
  const given = { lang: "ar", dir: "rtl" as const, plural: "0", messages };
  putCatalogue(given);
  assert.equal(t("To {name}", { name: "Anna" }), "إلى \u2068Anna\u2069");
  assert.equal(t("To {name}", { name: "\u2068Anna\u2069" }), "إلى \u2068Anna\u2069");
  assert.equal(t("Call {number}", { number: "116 123" }), "اتصل \u2066116 123\u2069");
  assert.equal(tn("{n} day", "{n} days", 16), "\u206816\u2069 يوم");
  assert.equal(t("Ask {name}", { name: "Anna" }), asEnglish("Ask \u2068Anna\u2069"));
  assert.equal(
    inEnglish(() => t("To {name}", { name: "Anna" })),
    "To Anna",
  );
  putCatalogue({ ...given, dir: "ltr" });
  assert.equal(t("To {name}", { name: "Anna" }), "إلى Anna");
});

test("a catalogue that cannot be had leaves the words as they are", async () => {
  globalThis.fetch = (async () => new Response("", { status: 404 })) as typeof fetch;
  assert.equal(await setLanguage("cy"), false);
  assert.equal(await setLanguage("xx"), false);
  assert.deepEqual([t("Help"), html.lang], ["Help", "en"]);
});

test("dates are calendar days wherever the phone is; months may come alone", () => {
  assert.equal(formatDate("2026-11-22", "long"), "22 November 2026");
  assert.equal(formatDate("2026-11-22", "short"), "22 Nov");
  assert.equal(formatDate("2026-11-22", "day"), "Sunday 22 November");
  assert.equal(formatDate("2031-04", "month"), "April 2031");
  assert.match(formatDate("2026-11-22T09:14:03.120Z", "time"), /^\d\d:\d\d$/);
});

test("the names of months and days come with the catalogue when browsers do not know them", () => {
  const months = Array.from({ length: 12 }, (_, i) => `M${i + 1}`);
  const weekdays = Array.from({ length: 7 }, (_, i) => `D${i + 1}`);
  const dates = { months, months_short: months.map((one) => `${one}s`), weekdays };
  putCatalogue({ lang: "ps", dir: "rtl", plural: "", messages: {}, dates });
  const shown = (["long", "short", "month", "day"] as const).map((style) => formatDate("2026-11-22", style));
  assert.deepEqual(shown, ["22 M11 2026", "22 M11s", "M11 2026", "D7 22 M11"]);
  assert.equal(
    inEnglish(() => formatDate("2026-11-22", "long")),
    "22 November 2026",
    "what somebody else will read stays English",
  );
});

test("money is British and shows pence only when there are some", () => {
  assert.deepEqual([300000, 6350, 0].map(formatMoney), ["£3,000", "£63.50", "£0"]);
  assert.equal(formatNumber(1234), "1,234");
});

test("the build makes catalogues, without fuzzy and empty entries", () => {
  const folder = mkdtempSync(join(tmpdir(), "footing-"));
  mkdirSync(join(folder, "cy", "LC_MESSAGES"), { recursive: true });
  const po = `msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: ${WELSH}\\n"\n
msgid "Help"\nmsgstr "Cymorth"\n
#, fuzzy\nmsgid "Me"\nmsgstr "Fi?"\n
msgid "Rights"\nmsgstr ""\n
msgid "{n} change"\nmsgid_plural "{n} changes"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\nmsgstr[3] "d"\n`;
  writeFileSync(join(folder, "cy", "LC_MESSAGES", "messages.po"), po);
  const files = writeCatalogues(folder, folder);
  assert.match(files.cy ?? "", /^lang\/cy-[A-Z2-7]{8}\.json$/);
  const made = JSON.parse(readFileSync(join(folder, files.cy ?? ""), "utf8"));
  assert.deepEqual(made.messages, { Help: "Cymorth", "{n} change": ["a", "b", "c", "d"] });
  assert.equal(made.plural.length, 200);
  assert.deepEqual([made.draft, made.checked], [true, undefined]);
  assert.equal(readChecked(folder, files).cy, undefined);
});

test("a catalogue says who has checked it, and all others are drafts", () => {
  const stateIn = (comment: string) => {
    const { draft, checked } = catalogue(
      "cy",
      Buffer.from(`${comment}\nmsgid ""\nmsgstr "Language: cy\\n"\n`),
    );
    return draft ?? checked;
  };
  const checked = { by: "Anna Rees, Cardiff", on: "2026-11-01" };
  assert.deepEqual(stateIn("# Welsh\n# State: checked by Anna Rees, Cardiff, 2026-11-01"), checked);
  for (const comment of [
    "",
    "# State: machine draft",
    "# State: checked by Anna",
    "# State: checked by , soon",
  ])
    assert.equal(stateIn(comment), true, comment);
});

test("old built files stay for 90 days, the current ones for ever, and each packed form with its file", async () => {
  const dist = mkdtempSync(join(tmpdir(), "footing-"));
  const old = new Date(Date.now() - 100 * 24 * 3600 * 1000);
  for (const file of ["main-AAAAAAAA.js", "main-BBBBBBBB.js", "main-CCCCCCCC.js", "sw.js"])
    writeFileSync(join(dist, file), "hello");
  await packAll(dist, ["main-AAAAAAAA.js", "main-CCCCCCCC.js"]);
  assert.equal(brotliDecompressSync(readFileSync(join(dist, "main-CCCCCCCC.js.br"))).toString(), "hello");
  for (const file of ["main-AAAAAAAA.js", "main-CCCCCCCC.js", "sw.js"])
    utimesSync(join(dist, file), old, old);
  dropOld(dist, { chunks: [{ file: "main-CCCCCCCC.js" }], languages: {} });
  const left = ["main-BBBBBBBB.js", "main-CCCCCCCC.js", "main-CCCCCCCC.js.br", "sw.js"];
  assert.deepEqual(readdirSync(dist).sort(), left);
});

test("each chunk knows who needs it without a connection", () => {
  const dist = mkdtempSync(join(tmpdir(), "footing-"));
  const lazy = (path: string) => ({ path, kind: "dynamic-import" });
  const direct = (path: string) => ({ path, kind: "import-statement" });
  const outputs = {
    "dist/main-1.js": {
      entryPoint: "src/main.tsx",
      cssBundle: "dist/main-1.css",
      imports: [direct("dist/core.js"), lazy("dist/me.js")],
    },
    "dist/main-1.css": { imports: [] },
    "dist/core.js": { imports: [] },
    "dist/me.js": { entryPoint: "src/features/me/screens.ts", imports: [direct("dist/shared.js")] },
    "dist/list.js": {
      entryPoint: "src/features/caseload/screens.ts",
      imports: [direct("dist/shared.js"), direct("dist/cards.js")],
    },
    "dist/join.js": { entryPoint: "src/features/people/screens.ts", imports: [lazy("dist/qr.js")] },
    "dist/qr.js": { entryPoint: "node_modules/qr/index.js", imports: [] },
    "dist/shared.js": { imports: [] },
    "dist/cards.js": { imports: [] },
  };
  for (const path of Object.keys(outputs)) writeFileSync(join(dist, path.slice(5)), "x");
  const { main, css, chunks } = chunksOf({ outputs }, dist);
  assert.deepEqual([main, css], ["main-1.js", "main-1.css"]);
  const who = Object.fromEntries(chunks.map((one) => [one.file, one.offline]));
  assert.deepEqual(who, {
    ...{ "main-1.js": "everyone", "main-1.css": "everyone", "core.js": "everyone", "me.js": "everyone" },
    ...{
      "shared.js": "everyone",
      "list.js": "staff",
      "cards.js": "staff",
      "join.js": "used",
      "qr.js": "used",
    },
  });
});

test("a bundle is found by council and language, in English when there is no other", () => {
  const list = ["merton", "rutland"].map((slug) => ({
    ...{ slug, name: slug, state: "example" as const, paper: null },
    bundles: { en: `/${slug}-en`, cy: `/${slug}-cy` },
  }));
  assert.equal(bundleAddress(list, "rutland", "cy"), "/rutland-cy");
  assert.equal(bundleAddress(list, "rutland", "ti"), "/rutland-en");
  assert.equal(bundleAddress(list, "england", "en"), "/merton-en");
  assert.equal(bundleAddress([], "rutland", "en"), null);
});
