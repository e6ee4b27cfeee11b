/** Packs each hashed file once, as tight as can be: a server then has nothing to work out before it answers. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const squeeze = promisify(brotliCompress);

/** Under which name the packed form of a file lies beside it. */
export const packedName = (file) => `${file}.br`;

/** Packs those of the files in a folder that are not packed yet. A name carries its hash, so what is there is right. */
export async function packAll(dist, files) {
  await Promise.all(
    files.map(async (file) => {
      const path = join(dist, packedName(file));
      if (existsSync(path)) return;
      writeFileSync(`${path}.new`, await squeeze(readFileSync(join(dist, file))));
      renameSync(`${path}.new`, path);
    }),
  );
}
