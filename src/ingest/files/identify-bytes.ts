import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

/** What one pass over the bytes of a file tells. */
export interface ByteFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Buffer;
  readonly utf8: boolean;
  /** Offset of the first chunk that is not UTF-8; -1 = none. */
  readonly brokenNear: number;
  readonly nulBytes: number;
  readonly hasLineFeed: boolean;
  readonly hasCarriageReturn: boolean;
}

const CHUNK = 4 * 1024 * 1024;
const HEAD = 256 * 1024;

/** Hashes a file and checks its bytes in one pass; memory does not grow with the file. */
export async function identifyBytes(path: string, onBytes?: (bytes: number) => void): Promise<ByteFacts> {
  const handle = await open(path, "r");
  try {
    const hash = createHash("sha256");
    const buffer = Buffer.allocUnsafe(CHUNK + 4);
    let bytes = 0;
    let carried = 0;
    let head = Buffer.alloc(0);
    let brokenNear = -1;
    let nulBytes = 0;
    let hasLineFeed = false;
    let hasCarriageReturn = false;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, carried, CHUNK, bytes);
      if (bytesRead === 0) break;
      const fresh = buffer.subarray(carried, carried + bytesRead);
      hash.update(fresh);
      if (head.length < HEAD) head = Buffer.concat([head, fresh.subarray(0, HEAD - head.length)]);
      nulBytes += countZeros(fresh);
      hasLineFeed ||= fresh.includes(10);
      hasCarriageReturn ||= fresh.includes(13);
      const known = buffer.subarray(0, carried + bytesRead);
      const cut = completeCharacters(known);
      if (brokenNear < 0 && !isUtf8(known.subarray(0, cut))) brokenNear = bytes;
      carried = known.length - cut;
      known.copyWithin(0, cut);
      bytes += bytesRead;
      onBytes?.(bytesRead);
    }
    if (carried > 0 && brokenNear < 0) brokenNear = bytes - carried;
    return {
      sha256: hash.digest("hex"),
      bytes,
      head,
      utf8: brokenNear < 0,
      brokenNear,
      nulBytes,
      hasLineFeed,
      hasCarriageReturn,
    };
  } finally {
    await handle.close();
  }
}

function countZeros(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count += 1;
  return count;
}

/** Length of the part that does not end within a UTF-8 character. */
function completeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return wanted > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
