/** The name of a chosen file as it is shown and sent. The server has the same rules: tests/vectors/file_names.json. */
import type { FileKind } from "../../data/types";

const MOST = 100;
/** All that has no shape, and what turns the reading direction around: "photo[turn]gpj.exe" would read as a picture. */
const UNSEEN = /\p{C}|\p{Zl}|\p{Zp}|(?! )\p{Zs}/gu;

const ENDINGS: Record<FileKind, readonly [string, ...string[]]> = {
  jpeg: [".jpg", ".jpeg"],
  png: [".png"],
  webp: [".webp"],
  pdf: [".pdf"],
};

/** Without the folders that it was in, on one line, and short; empty when nothing is left of it. */
export function fileName(told: string): string {
  const path = told.normalize("NFC").replaceAll("\\", "/").replace(/\/+$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1);
  const name = last.replace(UNSEEN, "").replace(/^[ .]+|[ .]+$/g, "");
  if ([...name].length <= MOST) return name;
  const [stem, ending] = parted(name);
  return ending ? `${first(stem, MOST - 6)}.${first(ending, 5)}` : first(name, MOST);
}

/** The name with an ending that says what the file is. */
export function withEnding(name: string, kind: FileKind): string {
  if (ENDINGS[kind].some((ending) => name.toLowerCase().endsWith(ending))) return name;
  return `${parted(name)[0] || "file"}${ENDINGS[kind][0]}`;
}

const first = (text: string, letters: number) => [...text].slice(0, letters).join("");

function parted(name: string): [stem: string, ending: string] {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot + 1)];
}
