import { type FileHandle, open } from "node:fs/promises";
import iconv from "iconv-lite";
import { CODECS } from "./choose-encoding.ts";
import type { Encoding } from "./prepared.ts";

export interface Transcoded {
  readonly replaced: number;
  readonly nulBytes: number;
}

const CHUNK = 1024 * 1024;

/**
 * Copies a text file as UTF-8 without byte order mark and NUL characters; `loneCarriageReturns` turns old Macintosh line
 * ends into line feeds. Returns how many characters could not be read.
 */
export async function transcode(
  from: string,
  to: string,
  encoding: Encoding,
  options: { readonly loneCarriageReturns: boolean; readonly onBytes?: (bytes: number) => void },
): Promise<Transcoded> {
  const source = await open(from, "r");
  let target: FileHandle | undefined;
  try {
    target = await open(to, "w");
    const decoder = iconv.getDecoder(CODECS[encoding]);
    const buffer = Buffer.allocUnsafe(CHUNK);
    let replaced = 0;
    let nulBytes = 0;
    const clean = (text: string): string => {
      replaced += count(text, "\uFFFD");
      nulBytes += count(text, "\0");
      const without = text.includes("\0") ? text.replaceAll("\0", "") : text;
      return options.loneCarriageReturns ? without.replaceAll("\r", "\n") : without;
    };
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, CHUNK);
      if (bytesRead === 0) break;
      const text = clean(decoder.write(buffer.subarray(0, bytesRead)));
      if (text !== "") await target.appendFile(text);
      options.onBytes?.(bytesRead);
    }
    const rest = clean(decoder.end() ?? "");
    if (rest !== "") await target.appendFile(rest);
    return { replaced, nulBytes };
  } finally {
    await source.close();
    await target?.close();
  }
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found += 1;
  return found;
}
