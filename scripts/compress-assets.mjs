// Part of the web build: beside every script and style its compressed twins, so that no server compresses while it serves.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Adds `.br` and `.gz` to the scripts and styles of a finished build. */
export function compressAssets() {
  return {
    name: "compress-assets",
    writeBundle({ dir }) {
      for (const name of readdirSync(join(dir, "assets")).filter((one) => /\.(js|css|svg)$/.test(one))) {
        const path = join(dir, "assets", name);
        const text = readFileSync(path);
        const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
        writeFileSync(`${path}.br`, brotliCompressSync(text, { params: hint }));
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}
