/** Answers vectors with the app's own rules: `node test/vectors.mjs IN OUT`, one JSON text a line in both files. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const [input, output] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), "footing-vectors-"));
const file = join(folder, "answerer.mjs");
try {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["test/answerer.ts"],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  const { answerer } = await import(pathToFileURL(file).href);
  const answer = answerer();
  const out = createWriteStream(output);
  for await (const line of createInterface({ input: createReadStream(input), crlfDelay: Infinity })) {
    const found = answer(JSON.parse(line));
    if (found !== null && !out.write(`${found}\n`)) await new Promise((resume) => out.once("drain", resume));
  }
  await new Promise((done) => out.end(done));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
