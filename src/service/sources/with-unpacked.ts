import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type UnpackedFile, unpackArchive } from "../../ingest/files/unpack-archive.ts";

/** How many archives are open, by folder. */
const open = new Map<string, number>();

/** Unpacks an archive for as long as its files are worked with. Throws what `unpackArchive` throws. */
export async function withUnpacked(
  dataDir: string,
  path: string,
  work: (files: readonly UnpackedFile[]) => Promise<void>,
): Promise<void> {
  const folder = join(dataDir, "archives");
  const others = open.get(folder) ?? 0;
  open.set(folder, others + 1);
  try {
    // What stands there while no archive is open was left by a process that was killed.
    if (others === 0) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const into = await mkdtemp(join(folder, "archive-"));
    try {
      await work(await unpackArchive(path, into));
    } finally {
      await rm(into, { recursive: true, force: true });
    }
  } finally {
    open.set(folder, (open.get(folder) ?? 1) - 1);
  }
}
