/**
 * Makes a chosen file fit to be sent. A picture is drawn anew and smaller, so that nothing else that the camera wrote
 * into it (the place, the time, the phone) goes along; what it is, its first bytes say.
 */
import type { FileKind } from "../../data/types";
import { fileName, withEnding } from "./file-name";
import { type PictureKind, type Size, sizeFrom } from "./picture-size";

/** The server's limit. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** More than any camera of a phone takes. */
const MAX_CHOSEN_BYTES = 40 * 1024 * 1024;
const MAX_PIXELS = 100_000_000;
/** Where the size of nearly every picture stands. */
const HEAD_BYTES = 256 * 1024;
const PDF_TAIL = 2048;

export type Refusal = "kind" | "big" | "broken";

export interface Fit {
  kind: FileKind;
  name: string;
  data: ArrayBuffer;
}

/** Gives what can be sent, or why not. */
export async function fit(file: File): Promise<Fit | Refusal> {
  if (file.size > MAX_CHOSEN_BYTES) return "big";
  const kind = kindOf(await bytesOf(file.slice(0, 32)));
  if (kind === null) return "kind";
  if (kind === "pdf") return fitPdf(file);
  const size = await sizeOf(file, kind);
  if (!size) return "broken";
  if (size.width * size.height > MAX_PIXELS) return "big";
  const drawn = await drawSmaller(file).catch(() => null);
  if (!drawn) return "broken";
  return fitted(file, "jpeg", drawn);
}

/** What a file is by its first bytes; null for what we do not take. "heic" is a picture that some phones can draw. */
export function kindOf(head: Uint8Array): FileKind | "heic" | null {
  const text = String.fromCharCode(...head);
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp";
  if (text.startsWith("%PDF-")) return "pdf";
  return /^....ftyp(heic|heix|mif1|avif)/s.test(text) ? "heic" : null;
}

/** A PDF goes as it is. What only begins like one does not: the server looks for the same at its end. */
async function fitPdf(file: File): Promise<Fit | Refusal> {
  if (file.size > MAX_BYTES) return "big";
  const tail = new TextDecoder("latin1").decode(await bytesOf(file.slice(-PDF_TAIL)));
  if (!tail.includes("startxref") || !tail.includes("%%EOF")) return "broken";
  return fitted(file, "pdf", file);
}

/** What a camera wrote before it can be long: then the whole file is read. */
async function sizeOf(file: File, kind: PictureKind): Promise<Size | null> {
  const size = sizeFrom(await bytesOf(file.slice(0, HEAD_BYTES)), kind);
  return size || file.size <= HEAD_BYTES ? size : sizeFrom(await bytesOf(file), kind);
}

const fitted = async (file: File, kind: FileKind, made: Blob): Promise<Fit> => ({
  ...{ kind, name: withEnding(fileName(file.name), kind), data: await made.arrayBuffer() },
});

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** In a worker where there are such, else here. */
async function drawSmaller(file: Blob): Promise<Blob | null> {
  const { ADDRESS, redraw } = await import("./redraw");
  if (typeof OffscreenCanvas === "undefined") return redraw(file);
  const worker = new Worker(ADDRESS, { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Blob | null>) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(file);
    });
  } catch {
    // A browser that has workers, but not of this sort.
    return redraw(file);
  } finally {
    worker.terminate();
  }
}
