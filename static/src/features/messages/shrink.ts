/**
 * Makes a chosen file fit to be sent. A picture is drawn anew and smaller, so that nothing else that the camera wrote
 * into it (the place, the time, the phone) goes along; what it is, its first bytes say.
 */
import type { FileKind } from "../../data/types";

/** The longest side of a picture that is sent, in pixels: a letter can still be read. */
export const LONGEST_SIDE = 2000;
/** The server's limit. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** More than any camera of a phone takes. */
const MAX_CHOSEN_BYTES = 40 * 1024 * 1024;
const MAX_PIXELS = 100_000_000;
const QUALITY = 0.85;

export type Refusal = "kind" | "big" | "broken";

export interface Fit {
  kind: FileKind;
  name: string;
  data: ArrayBuffer;
}

/** Gives what can be sent, or why not. */
export async function fit(file: File): Promise<Fit | Refusal> {
  if (file.size > MAX_CHOSEN_BYTES) return "big";
  const head = new Uint8Array(await file.slice(0, 32).arrayBuffer());
  const kind = kindOf(head);
  if (kind === "pdf") {
    if (file.size > MAX_BYTES) return "big";
    return { kind, name: file.name, data: await file.arrayBuffer() };
  }
  if (kind === null) return "kind";
  if (kind === "png" && pixelsOfPng(head) > MAX_PIXELS) return "big";
  const drawn = await redraw(file).catch(() => null);
  if (!drawn) return "broken";
  return { kind: "jpeg", name: `${file.name.replace(/\.\w+$/, "")}.jpg`, data: await drawn.arrayBuffer() };
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

/** A small file can say that it is a picture of the size of a house. */
function pixelsOfPng(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset);
  return head.length < 24 ? 0 : view.getUint32(16) * view.getUint32(20);
}

async function redraw(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    if (!pen) return null;
    // What is see-through would become black.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  } finally {
    picture.close();
  }
}
