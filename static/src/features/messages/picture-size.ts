/**
 * How large a picture says that it is, read from its first bytes: a small file can say that it is a picture of the size
 * of a house, and unpacking it would end the app. Pure.
 */
import type { FileKind } from "../../data/types";

export type PictureKind = Exclude<FileKind, "pdf"> | "heic";

export interface Size {
  width: number;
  height: number;
}

/** Width and height; null when they are not (or not yet) among these bytes. */
export function sizeFrom(bytes: Uint8Array, kind: PictureKind): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return READERS[kind](view);
  } catch (error) {
    // Past the end of what is here.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const READERS: Record<PictureKind, (view: DataView) => Size | null> = { png, jpeg, webp, heic };

const textAt = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)));

/** Of the first part (PNG, 11.2.2). */
function png(view: DataView): Size {
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** A frame's own mark; C4, C8 and CC are others (ITU-T T.81, table B.1). */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
const START_OF_SCAN = 0xda;
const isAlone = (mark: number) => mark === 0x01 || (mark >= 0xd0 && mark <= 0xd9);

/** From part to part until the frame: what a camera wrote, a small picture too, stands in parts before it. */
function jpeg(view: DataView): Size | null {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (isFrame(mark)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (mark === START_OF_SCAN) return null;
    if (mark === 0xff) at += 1;
    else if (isAlone(mark)) at += 2;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
}

/** RFC 9649, sections 2.5 to 2.7; the server reads the same. */
function webp(view: DataView): Size | null {
  const le24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  switch (textAt(view, 12)) {
    case "VP8X":
      return { width: 1 + le24(24), height: 1 + le24(27) };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return view.getUint8(20) === 0x2f
        ? { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
        : null;
    }
    case "VP8 ":
      if (view.getUint16(23) !== 0x9d01 || view.getUint8(25) !== 0x2a) return null;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

const ISPE = 0x69737065;
const ISPE_BYTES = 20;

/** The largest of the sizes that it names: it may hold a small picture of itself, and tiles (ISO/IEC 23008-12, 6.5.3). */
function heic(view: DataView): Size | null {
  let largest: Size | null = null;
  for (let at = 4; at + ISPE_BYTES - 4 <= view.byteLength; at++) {
    if (view.getUint32(at) !== ISPE || view.getUint32(at - 4) !== ISPE_BYTES) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
