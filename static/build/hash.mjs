/** Content hashes in the form that esbuild gives to its own files: eight of A-Z and 2-7. */
import { createHash } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function hashOf(text) {
  const bytes = createHash("sha256").update(text).digest();
  return Array.from(bytes.subarray(0, 8), (byte) => LETTERS[byte % 32]).join("");
}
