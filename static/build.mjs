/** Builds static/dist: the app, its service worker, the catalogues, and manifest.json, which the server reads. */
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { readChecked, writeCatalogues } from "./build/catalogues.mjs";
import { chunksOf } from "./build/chunks.mjs";
import { hashOf } from "./build/hash.mjs";
import { dropOld, filesOf, touchCurrent } from "./build/keep.mjs";
import { packAll } from "./build/pack.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = process.env.FOOTING_DIST ?? join(HERE, "dist");
const TARGET = ["chrome90", "safari15", "firefox100"];
const SHARED = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  target: TARGET,
  logLevel: "warning",
  legalComments: "none",
};

const inDist = (file) => `/static/dist/${file}`;

async function buildApp(languages, checked) {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: { main: "src/main.tsx" },
    outdir: DIST,
    format: "esm",
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    jsx: "automatic",
    jsxImportSource: "preact",
    // A style sheet of its own, not part of main.css: the import gives its address.
    loader: { ".sheet.css": "file" },
    define: { LANGUAGES: JSON.stringify(languages), CHECKED: JSON.stringify(checked) },
    metafile: true,
  });
  return chunksOf(metafile, DIST);
}

/** What the worker keeps; its version changes with any of it. */
function workerLists({ main, chunks }) {
  const addresses = (test) => chunks.filter(test).map((chunk) => inDist(chunk.file));
  const lists = {
    main: inDist(main),
    first: [...addresses((chunk) => chunk.first), "/offline.html"],
    later: addresses((chunk) => !chunk.first && chunk.offline === "everyone"),
    staff: addresses((chunk) => chunk.offline === "staff"),
  };
  return { version: hashOf(JSON.stringify(lists)), ...lists };
}

async function buildWorker(lists) {
  await build({
    ...SHARED,
    entryPoints: ["src/sw/sw.ts"],
    outfile: join(DIST, "sw.js"),
    format: "iife",
    define: { BUILD: JSON.stringify(lists) },
  });
}

function copyPublic(css) {
  cpSync(join(HERE, "public"), DIST, { recursive: true });
  const offline = readFileSync(join(HERE, "public", "offline.html"), "utf8");
  writeFileSync(join(DIST, "offline.html"), offline.replace("/static/dist/main.css", inDist(css)));
}

/** Last of all and in one step: a server that runs meanwhile never reads half a build. */
function writeManifest(manifest) {
  const path = join(DIST, "manifest.json");
  writeFileSync(`${path}.new`, JSON.stringify(manifest, null, 2));
  renameSync(`${path}.new`, path);
}

function show({ chunks }) {
  const kb = (bytes) => `${(bytes / 1024).toFixed(1).padStart(6)} KB`;
  for (const { file, gzip, first, offline } of chunks)
    console.log(`${kb(gzip)}  ${first ? "first" : offline}  ${file}`);
  const first = (end) =>
    chunks.filter((one) => one.first && one.file.endsWith(end)).reduce((sum, one) => sum + one.gzip, 0);
  console.log(
    `${kb(first(".js"))}  JavaScript of the first visit, ${kb(first(".css")).trim()} of CSS (gzip)`,
  );
}

async function run() {
  mkdirSync(DIST, { recursive: true });
  touchCurrent(DIST);
  const translations = process.env.FOOTING_TRANSLATIONS ?? join(HERE, "..", "translations");
  const languages = writeCatalogues(translations, DIST);
  const app = await buildApp(languages, readChecked(translations, languages));
  const lists = workerLists(app);
  await buildWorker(lists);
  copyPublic(app.css);
  const manifest = {
    "main.js": app.main,
    "main.css": app.css,
    "sw.js": "sw.js",
    version: lists.version,
    chunks: app.chunks,
    languages,
  };
  await packAll(DIST, filesOf(manifest));
  writeManifest(manifest);
  dropOld(DIST, manifest);
  show(manifest);
}

run().catch((error) => {
  // esbuild has already told its own errors, with file and line.
  if (!error.errors) console.error(error);
  console.error("The front end was not built. The last build, if there is one, is still in place.");
  process.exitCode = 1;
});
