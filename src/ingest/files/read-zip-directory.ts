export interface ZipEntry {
  readonly name: string;
  /** Unpacked size. */
  readonly bytes: number;
}

/** Names and sizes from the central directory, which stands at the end of a ZIP file. */
export function readZipDirectory(tail: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = tail.indexOf("PK\u0001\u0002", 0, "latin1");
  while (at >= 0 && at + 46 <= tail.length && tail.readUInt32LE(at) === 0x02014b50) {
    const nameLength = tail.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
    entries.push({ name: tail.toString("utf8", at + 46, at + 46 + nameLength), bytes: tail.readUInt32LE(at + 24) });
    at = next;
  }
  return entries;
}
