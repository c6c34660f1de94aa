import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { isArchive, unpackArchive } from "./unpack-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "leadline-gzip-"));
const into = join(folder, "into");
beforeEach(() => {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CSV = "Day,Cost\n2026-09-01,5.00\n";

function write(bytes: Buffer, name = "ads-2026.csv.gz"): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function unpacked(path: string): Promise<{ name: string; text: string }> {
  expect(await isArchive(path)).toBe(true);
  const [file, ...others] = await unpackArchive(path, into);
  expect([others, file?.refused]).toEqual([[], null]);
  return { name: basename(file?.path ?? ""), text: readFileSync(file?.path ?? "", "utf8") };
}

describe("the file of a gzip archive", () => {
  test.each([
    ["ads-2026.csv.gz", "ads-2026.csv"],
    ["投放报告.CSV.GZ", "投放报告.CSV"],
    ["ads.csv", "ads.csv"],
    ["download", "download"],
    [".gz", "upload"],
  ])("of %s is called %s: the first bytes tell what it is, the name only what it was called", async (name, inner) => {
    expect(await unpacked(write(gzipSync(CSV), name))).toEqual({ name: inner, text: CSV });
  });

  test("is whole where several members stand one behind the other, and where the last is padded", async () => {
    const members = [CSV, "2026-09-02,6.00\n", "2026-09-03,7.00\n"];
    const bytes = Buffer.concat([...members.map((member) => gzipSync(member)), Buffer.alloc(512)]);
    expect((await unpacked(write(bytes))).text).toBe(members.join(""));
  });

  test("is refused where it is an archive itself, and nothing of it stays", async () => {
    for (const inner of [gzipSync(CSV), Buffer.from(zipSync({ "a.csv": Buffer.from(CSV) }))]) {
      const [file] = await unpackArchive(write(gzipSync(inner), "twice.gz"), into);
      expect(file?.refused?.message).toBe("twice is an archive inside the archive twice.gz, and only one is opened.");
      expect(existsSync(file?.path ?? "")).toBe(false);
    }
  });

  test("is refused inside a ZIP archive, the others are not", async () => {
    const zip = zipSync({ "a.csv.gz": gzipSync(CSV), "b.csv": Buffer.from(CSV) });
    const files = await unpackArchive(write(Buffer.from(zip), "both.zip"), into);
    expect(files.map(({ name, refused }) => [name, refused?.code])).toEqual([
      ["a.csv.gz", "file.nested_archive"],
      ["b.csv", undefined],
    ]);
  });
});

describe("a gzip archive", () => {
  const rows = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `2026-09-01,${i * 7919}.00\n`).join(""));
  const refused = async (bytes: Buffer, code: string, sentence: RegExp, maxBytes = 4 * 1024 ** 3) => {
    await expect(unpackArchive(write(bytes), into, { maxBytes })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(sentence),
      remedy: expect.stringMatching(/\w/),
    });
    expect(existsSync(into) ? readdirSync(into) : []).toEqual([]);
  };

  test("that was cut off anywhere is refused whole", async () => {
    const whole = Buffer.concat([gzipSync(rows), gzipSync(CSV)]);
    const first = gzipSync(rows).length;
    for (const end of [5, 1000, first - 3, first + 1, first + 12, whole.length - 1])
      await refused(
        whole.subarray(0, end),
        "file.damaged_archive",
        /^ads-2026\.csv\.gz is a gzip archive that ends too/,
      );
  });

  test("whose bytes were changed on the way is refused whole", async () => {
    const bytes = gzipSync(rows);
    bytes.writeUInt32LE(bytes.readUInt32LE(bytes.length - 8) ^ 1, bytes.length - 8);
    await refused(bytes, "file.damaged_archive", /damaged gzip archive: incorrect data check/);
    await refused(Buffer.concat([gzipSync(CSV), Buffer.from(CSV)]), "file.damaged_archive", /damaged gzip archive/);
  });

  test("that unpacks to more than the limit is stopped there", async () => {
    const bytes = gzipSync(Buffer.alloc(30 * 1024 ** 2));
    expect(bytes.length).toBeLessThan(100_000);
    await refused(bytes, "file.archive_too_large", /more than 20 MB unpacked/, 20 * 1024 ** 2);
  });
});
