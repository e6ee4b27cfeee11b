/** Bundles every `*.test.ts(x)` with esbuild and runs it with Node's own runner. Arguments: parts of names, to run only those. */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const OUT = join(ROOT, "node_modules", ".cache", "footing-test");

const wanted = process.argv.slice(2);
const found = ["test", "src"]
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((file) => join(folder, file)))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (found.length === 0) {
  console.error("No tests of that name.");
  process.exit(1);
}

rmSync(OUT, { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: found,
  outdir: OUT,
  outbase: ROOT,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  jsx: "automatic",
  jsxImportSource: "preact",
  define: {
    LANGUAGES: JSON.stringify({ cy: "lang/cy-TEST.json", ar: "lang/ar-TEST.json" }),
    CHECKED: JSON.stringify({ cy: { by: "Anna", on: "2026-11-01" } }),
  },
  // CommonJS inside: Node loads these itself.
  external: ["fake-indexeddb", "fake-indexeddb/*", "gettext-parser"],
  sourcemap: "inline",
  logLevel: "warning",
});
const files = found.map((file) => join(OUT, file.replace(/\.tsx?$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], {
  stdio: "inherit",
});
process.exit(status ?? 1);
