/** Old built files stay for 90 days after they were last current, so that a page that is still open never breaks. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { packedName } from "./pack.mjs";

const KEEP_MS = 90 * 24 * 60 * 60 * 1000;

/** The names of all hashed files of a manifest. */
export function filesOf(manifest) {
  return [...manifest.chunks.map((chunk) => chunk.file), ...Object.values(manifest.languages)];
}

/** Notes that the files of the build before were current until now. */
export function touchCurrent(dist) {
  const path = join(dist, "manifest.json");
  if (!existsSync(path)) return;
  const now = new Date();
  for (const file of filesOf(JSON.parse(readFileSync(path, "utf8")))) {
    if (existsSync(join(dist, file))) utimesSync(join(dist, file), now, now);
  }
}

/** Removes hashed files that have not been current for 90 days. */
export function dropOld(dist, manifest, now = Date.now()) {
  const current = new Set(filesOf(manifest));
  for (const file of [...readdirSync(dist), ...langFiles(dist)]) {
    const path = join(dist, file);
    const hashed = /-[A-Z0-9]{8}\.[a-z]+$/.test(file);
    if (!hashed || current.has(file) || now - statSync(path).mtimeMs <= KEEP_MS) continue;
    rmSync(path);
    rmSync(packedName(path), { force: true });
  }
}

function langFiles(dist) {
  const folder = join(dist, "lang");
  return existsSync(folder) ? readdirSync(folder).map((file) => `lang/${file}`) : [];
}
