/** Reads esbuild's account of what it made: which chunk belongs to which screens, and who needs it offline. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

/** Who needs a feature's screens without a connection. The others are kept once they were used. */
const OFFLINE = {
  home: "everyone",
  rights: "everyone",
  check: "everyone",
  asks: "everyone",
  search: "everyone",
  pledge: "everyone",
  passport: "everyone",
  dates: "everyone",
  messages: "everyone",
  notices: "everyone",
  help: "everyone",
  me: "everyone",
  record: "everyone",
  caseload: "staff",
  remind: "staff",
};

/**
 * Gives `[{file, entry, bytes, gzip, first, offline}]`, the main script first.
 * `first`: comes with the first visit. `offline`: "everyone", "staff" or "used".
 *
 * @returns {{main: string, css: string, chunks: {file: string, entry: string | null, bytes: number, gzip: number,
 *   first: boolean, offline: string}[]}}
 */
export function chunksOf(metafile, dist) {
  const outputs = metafile.outputs;
  const nameOf = (path) => basename(path);
  const main = Object.keys(outputs).find(
    (path) => outputs[path].entryPoint === "src/main.tsx" && path.endsWith(".js"),
  );
  const first = closure(outputs, main);
  const audience = audiences(outputs, main);
  const chunks = Object.entries(outputs).map(([path, output]) => {
    const content = readFileSync(join(dist, nameOf(path)));
    const isFirst = first.has(path) || path === outputs[main].cssBundle;
    return {
      file: nameOf(path),
      entry: output.entryPoint ?? null,
      bytes: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
      first: isFirst,
      offline: isFirst ? "everyone" : (audience.get(path) ?? "used"),
    };
  });
  const at = (path) => chunks.findIndex((chunk) => chunk.file === nameOf(path));
  const mainFirst = [...chunks.splice(at(main), 1), ...chunks];
  return { main: nameOf(main), css: nameOf(outputs[main].cssBundle ?? ""), chunks: mainFirst };
}

/** Who needs each file offline: a feature's own group; a package fetched on demand, that of whoever fetches it. */
function audiences(outputs, main) {
  const audience = new Map();
  const spread = (path, who) => {
    for (const needed of closure(outputs, path)) audience.set(needed, wider(audience.get(needed), who));
  };
  const featureOf = (path) => /^src\/features\/([^/]+)\//.exec(outputs[path].entryPoint ?? "")?.[1];
  spread(main, "everyone");
  for (const path of Object.keys(outputs))
    if (featureOf(path)) spread(path, OFFLINE[featureOf(path)] ?? "used");
  for (const [path, output] of Object.entries(outputs)) {
    const fetched = output.imports.filter((one) => one.kind === "dynamic-import" && !featureOf(one.path));
    for (const { path: next } of fetched) spread(next, audience.get(path) ?? "used");
  }
  return audience;
}

/** A file and all that it needs at once. */
function closure(outputs, start) {
  const found = new Set([start]);
  for (const path of found) {
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === "import-statement" || kind === "file-loader") found.add(next);
  }
  return found;
}

const WIDTH = ["used", "staff", "everyone"];

function wider(a, b) {
  return WIDTH.indexOf(a ?? "used") > WIDTH.indexOf(b) ? a : b;
}
