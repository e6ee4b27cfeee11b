/** What a chosen file is, how large it says that it is, and what it is called: before anything of it is unpacked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import names from "../../tests/vectors/file_names.json";
import type { FileKind } from "../src/data/types";
import { fileName, withEnding } from "../src/features/messages/file-name";
import { type PictureKind, sizeFrom } from "../src/features/messages/picture-size";
import { fit, kindOf } from "../src/features/messages/shrink";

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const be = (n: number, bytes: number) =>
  Array.from({ length: bytes }, (_, at) => (n / 256 ** (bytes - 1 - at)) & 255);
const le = (n: number, bytes: number) => be(n, bytes).reverse();

const png = (width: number, height: number) => [
  ...[0x89, ...ascii("PNG\r\n\x1a\n"), ...be(13, 4), ...ascii("IHDR"), ...be(width, 4), ...be(height, 4)],
];
const part = (mark: number, body: number[]) => [0xff, mark, ...be(body.length + 2, 2), ...body];
const frame = (width: number, height: number, mark = 0xc0) =>
  part(mark, [8, ...be(height, 2), ...be(width, 2), 3, ...Array(9).fill(0)]);
const jpeg = (...parts: number[][]) => [0xff, 0xd8, ...parts.flat()];
const webp = (chunk: string, body: number[]) => [
  ...ascii("RIFF"),
  ...le(22, 4),
  ...ascii("WEBP"),
  ...ascii(chunk),
  ...le(10, 4),
  ...body,
];
const ispe = (width: number, height: number) => [
  ...be(20, 4),
  ...ascii("ispe"),
  ...be(0, 4),
  ...be(width, 4),
  ...be(height, 4),
];
const heic = (...sizes: number[][]) => [...be(24, 4), ...ascii("ftypheic"), ...be(0, 12), ...sizes.flat()];
const lossless = (width: number, height: number) => {
  const bits = ((width - 1) | ((height - 1) << 14)) >>> 0;
  return webp("VP8L", [0x2f, ...le(bits, 4), 0, 0, 0, 0, 0]);
};

const thumbnail = part(0xe1, [...ascii("Exif\0\0"), ...jpeg(frame(160, 120))]);
const CASES: [about: string, kind: PictureKind, bytes: number[], size: [number, number] | null][] = [
  ["a PNG", "png", png(640, 480), [640, 480]],
  ["a PNG bomb", "png", png(20_000, 20_000), [20_000, 20_000]],
  ["a PNG that breaks off", "png", png(640, 480).slice(0, 20), null],
  ["a JPEG", "jpeg", jpeg(part(0xe0, [1, 2]), frame(640, 480)), [640, 480]],
  ["a JPEG that comes in turns", "jpeg", jpeg(frame(640, 480, 0xc2)), [640, 480]],
  ["a JPEG bomb", "jpeg", jpeg(frame(20_000, 20_000)), [20_000, 20_000]],
  ["a JPEG with a small one of itself", "jpeg", jpeg(thumbnail, frame(20_000, 20_000)), [20_000, 20_000]],
  ["a JPEG with tables first", "jpeg", jpeg(part(0xc4, [9, 9, 9, 9, 9, 9, 9]), frame(7, 5)), [7, 5]],
  ["a JPEG with filling between", "jpeg", jpeg([0xff, 0xff], frame(7, 5)), [7, 5]],
  ["a JPEG with marks that stand alone", "jpeg", jpeg([0xff, 0x01], frame(7, 5)), [7, 5]],
  ["a JPEG without a frame", "jpeg", jpeg(part(0xda, [1, 2, 3]), frame(7, 5)), null],
  ["a JPEG that is none", "jpeg", jpeg([0x00, 0x00, 0x00]), null],
  ["a JPEG whose part says that it is nothing", "jpeg", jpeg([0xff, 0xe0, 0, 0], frame(7, 5)), [7, 5]],
  ["a JPEG whose frame is further on", "jpeg", jpeg([0xff, 0xe1, 0xff, 0xff]), null],
  ["a WebP", "webp", webp("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, ...le(640, 2), ...le(480, 2)]), [640, 480]],
  [
    "a WebP with a scale",
    "webp",
    webp("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, ...le(0x4280, 2), ...le(480, 2)]),
    [640, 480],
  ],
  ["a WebP without its start", "webp", webp("VP8 ", Array(10).fill(1)), null],
  ["a WebP without loss", "webp", lossless(640, 480), [640, 480]],
  ["the largest WebP", "webp", lossless(16_384, 16_384), [16_384, 16_384]],
  [
    "a WebP of more",
    "webp",
    webp("VP8X", [0, 0, 0, 0, ...le(16_382, 3), ...le(20_000, 3)]),
    [16_383, 20_001],
  ],
  ["a WebP of something else", "webp", webp("ZEBR", Array(10).fill(1)), null],
  ["a HEIC", "heic", heic(ispe(640, 480)), [640, 480]],
  ["a HEIC with a small one first", "heic", heic(ispe(160, 120), ispe(20_000, 20_000)), [20_000, 20_000]],
  ["a HEIC with tiles after", "heic", heic(ispe(20_000, 20_000), ispe(512, 512)), [20_000, 20_000]],
  ["a HEIC that says nothing", "heic", heic(), null],
  ["a HEIC that breaks off", "heic", heic(ispe(640, 480)).slice(0, -1), null],
];

for (const [about, kind, bytes, size] of CASES)
  test(`the size of ${about}`, () => {
    const found = sizeFrom(Uint8Array.from(bytes), kind);
    assert.deepEqual(found && [found.width, found.height], size);
  });

test("bytes that stand in the middle of others are read from their own start", () => {
  const around = Uint8Array.from([9, 9, ...png(640, 480), 9]);
  assert.deepEqual(sizeFrom(around.subarray(2), "png"), { width: 640, height: 480 });
});

const file = (bytes: number[], name = "x") => new File([Uint8Array.from(bytes)], name);
const PDF = ascii("%PDF-1.7\nstartxref\n9\n%%EOF\n");

test("a picture of more than 100 million points is refused before it is unpacked, whatever kind it is", async () => {
  Object.assign(globalThis, { createImageBitmap: () => assert.fail("it was unpacked") });
  const bombs = [
    ...[png(20_000, 20_000), jpeg(frame(20_000, 20_000)), heic(ispe(20_000, 20_000))],
    ...[lossless(16_384, 16_384), webp("VP8X", [0, 0, 0, 0, ...le(19_999, 3), ...le(19_999, 3)])],
  ];
  for (const bomb of bombs) {
    assert.equal(await fit(file(bomb)), "big");
    // So much from a camera before its size is no way around it.
    const far = kindOf(Uint8Array.from(bomb.slice(0, 32))) === "jpeg";
    const before = Array.from({ length: 5 }, () => part(0xe1, Array(65_000).fill(0xc0)));
    if (far) assert.equal(await fit(file(jpeg(...before, frame(20_000, 20_000)))), "big");
  }
});

test("a picture that does not say its size is not unpacked", async () => {
  let unpacked = 0;
  Object.assign(globalThis, { createImageBitmap: () => ++unpacked });
  for (const bytes of [jpeg([0xff]), heic(), webp("ZEBR", Array(10).fill(1)), png(1, 1).slice(0, 20)])
    assert.equal(await fit(file(bytes)), "broken");
  assert.equal(unpacked, 0);
});

test("a PDF goes as it is, and one that only begins like one does not", async () => {
  const taken = await fit(file(PDF, "../plan\u202efdp.exe"));
  assert.ok(typeof taken === "object");
  assert.deepEqual([taken.kind, taken.name, [...new Uint8Array(taken.data)]], ["pdf", "planfdp.pdf", PDF]);
  for (const bytes of [
    ascii("%PDF-1.7 <script>alert(1)</script>"),
    PDF.slice(0, -6),
    ascii("%PDF-1.7\n%%EOF"),
  ])
    assert.equal(await fit(file(bytes)), "broken");
});

test("what is no picture and no PDF is not taken, whatever it is called", async () => {
  for (const text of [
    "",
    "x",
    "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "GIF89a",
    "PK\x03\x04",
  ])
    assert.equal(await fit(file(ascii(text), "cat.jpg")), "kind");
});

test("names agree with the server's on the shared vectors", () => {
  for (const { told, kept } of names.names) assert.equal(fileName(told), kept);
  for (const { name, kind, kept } of names.endings) assert.equal(withEnding(name, kind as FileKind), kept);
});
