import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import ExcelJS from "exceljs";
import { type Zippable, zipSync } from "fflate";
import iconv from "iconv-lite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { isArchive, unpackArchive } from "./unpack-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "leadline-archives-"));
const into = join(folder, "into");
beforeEach(() => {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CSV = Buffer.from("Day,Cost\n2026-09-01,5.00\n");

function zip(files: Zippable, change: (bytes: Buffer) => void = () => undefined): string {
  const bytes = Buffer.from(zipSync(files));
  change(bytes);
  const path = join(folder, "export.zip");
  writeFileSync(path, bytes);
  return path;
}

/** Calls back with the place of each record of a kind: of a file itself, or of its line in the directory. */
function eachRecord(bytes: Buffer, kind: "file" | "directory", change: (at: number) => void): void {
  const mark = Buffer.from(kind === "file" ? "504b0304" : "504b0102", "hex");
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) change(at);
}

/** Where the operating system's own code page is used, names carry no flag. */
const named = (placeholder: string, name: Buffer) => (bytes: Buffer) => {
  for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder)) name.copy(bytes, at);
};

const namesIn = async (path: string) => (await unpackArchive(path, into)).map(({ name }) => name);

describe("files of an archive", () => {
  test("are unpacked byte for byte under their own names", async () => {
    const large = Buffer.from(Array.from({ length: 40_000 }, (_, i) => `2026-09-01,${i}.00\n`).join(""));
    const files = await unpackArchive(
      zip({ "a.csv": CSV, "more/b.csv": large, "stored.csv": [CSV, { level: 0 }] }),
      into,
    );
    expect(files.map(({ name, path, refused }) => [name, path.endsWith(name.slice(-5)), refused])).toEqual([
      ["a.csv", true, null],
      ["more/b.csv", true, null],
      ["stored.csv", true, null],
    ]);
    expect(files.map(({ path }) => readFileSync(path))).toEqual([CSV, large, CSV]);
  });

  test("of one folder lie in one folder, and those of the same name in two", async () => {
    const files = await unpackArchive(
      zip({
        "google/report.csv": CSV,
        "linkedin/report.csv": CSV,
        "linkedin/accounts.csv": CSV,
        "linkedin/REPORT.csv": CSV,
      }),
      into,
    );
    expect(files.map(({ path }) => relative(into, path))).toEqual([
      join("0", "report.csv"),
      join("1", "report.csv"),
      join("1", "accounts.csv"),
      join("1-1", "REPORT.csv"),
    ]);
  });

  test("never leave the folder, whatever they are called", async () => {
    const path = zip({ "../../../up.csv": CSV, "/etc/root.csv": CSV, "C:\\Users\\win.csv": CSV, "a/../..": CSV });
    const files = await unpackArchive(path, into);
    expect(files.map((file) => relative(into, file.path).split("..").length)).toEqual([1, 1, 1, 2]);
    expect(files.map((file) => file.path.startsWith(`${into}/`))).toEqual([true, true, true, true]);
    expect(readdirSync(folder).sort()).toEqual(["export.zip", "into"]);
  });

  test("do not count where an operating system put them there", async () => {
    const path = zip({
      "__MACOSX/._a.csv": CSV,
      "export/.DS_Store": CSV,
      ".hidden/x.csv": CSV,
      "export/Thumbs.db": CSV,
      "export/desktop.ini": CSV,
      "export/": new Uint8Array(),
      "./export/a.csv": CSV,
    });
    expect(await namesIn(path)).toEqual(["./export/a.csv"]);
  });

  test("keep the names that Windows in China, macOS and Windows in Germany write without a flag", async () => {
    const gbk = iconv.encode("投放报告（九月）.csv", "gbk");
    expect(await namesIn(zip({ ["x".repeat(gbk.length)]: CSV }, named("x".repeat(gbk.length), gbk)))).toEqual([
      "投放报告（九月）.csv",
    ]);
    const utf8 = Buffer.from("投放报告.csv");
    expect(await namesIn(zip({ ["x".repeat(utf8.length)]: CSV }, named("x".repeat(utf8.length), utf8)))).toEqual([
      "投放报告.csv",
    ]);
    const german = iconv.encode("Übersicht März.csv", "cp437");
    expect(await namesIn(zip({ ["x".repeat(german.length)]: CSV }, named("x".repeat(german.length), german)))).toEqual([
      "Übersicht März.csv",
    ]);
    expect(await namesIn(zip({ "投放报告.csv": CSV }))).toEqual(["投放报告.csv"]);
  });

  test("that are archives themselves are refused, the others are not", async () => {
    const inner = zipSync({ "deep.csv": CSV });
    const files = await unpackArchive(zip({ "inner.zip": inner, "a.csv": CSV }), into);
    expect(files.map(({ name, refused }) => [name, refused?.code])).toEqual([
      ["inner.zip", "file.nested_archive"],
      ["a.csv", undefined],
    ]);
    expect(files[0]?.refused?.message).toBe(
      "inner.zip is an archive inside the archive export.zip, and only one is opened.",
    );
    expect(files.map(({ path }) => existsSync(path))).toEqual([false, true]);
  });
});

describe("an archive", () => {
  const refused = async (
    path: string,
    code: string,
    sentence: RegExp,
    limits?: Parameters<typeof unpackArchive>[2],
  ) => {
    await expect(unpackArchive(path, into, limits)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(sentence),
      remedy: expect.stringMatching(/\w/),
    });
    expect(existsSync(into) ? readdirSync(into) : []).toEqual([]);
  };

  test("with a password is refused whole", () =>
    refused(
      zip({ "a.csv": CSV, "b.csv": CSV }, (bytes) => {
        let last = 0;
        eachRecord(bytes, "directory", (at) => (last = at));
        bytes.writeUInt16LE(bytes.readUInt16LE(last + 8) | 1, last + 8);
      }),
      "file.encrypted_archive",
      /password/,
    ));

  test("packed by another method is refused whole", () =>
    refused(
      zip({ "a.csv": CSV }, (bytes) => eachRecord(bytes, "directory", (at) => bytes.writeUInt16LE(9, at + 10))),
      "file.unknown_packing",
      /a\.csv in export\.zip/,
    ));

  test("that is larger unpacked than the limit is refused before anything is written", async () => {
    const zeros = new Uint8Array(30 * 1024 ** 2);
    const path = zip({ "a.csv": zeros, "b.csv": zeros });
    expect(readFileSync(path).length).toBeLessThan(100_000);
    const limits = { maxBytes: 50 * 1024 ** 2 };
    await refused(path, "file.archive_too_large", /60 MB unpacked; the limit for one archive is 50 MB/, limits);
  });

  test("that unpacks to more than it says is stopped there", () =>
    refused(
      zip({ "ok.csv": CSV, "a.csv": new Uint8Array(1024 ** 2) }, (bytes) => {
        let last = 0;
        eachRecord(bytes, "directory", (at) => (last = at));
        bytes.writeUInt32LE(1000, last + 24);
      }),
      "file.damaged_archive",
      /too many bytes/,
    ));

  test("with too many files is refused", async () => {
    const files = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`${i}.csv`, CSV]));
    await refused(zip(files), "file.archive_too_many", /4 files; .* 3\./, { maxFiles: 3 });
  });

  test("with nothing in it is refused", async () => {
    await refused(zip({}), "file.empty_archive", /no file in it/);
    await refused(zip({ "__MACOSX/._a.csv": CSV }), "file.empty_archive", /no file in it/);
  });

  test("whose bytes were changed on the way is refused whole", () =>
    refused(
      zip({ "a.csv": CSV, "b.csv": [CSV, { level: 0 }] }, (bytes) => {
        bytes[bytes.lastIndexOf("5.00")] = 0x39;
      }),
      "file.damaged_archive",
      /checksum/,
    ));

  test("that was cut off is refused whole", async () => {
    const path = zip({ "a.csv": CSV });
    writeFileSync(path, readFileSync(path).subarray(0, 60));
    await refused(path, "file.damaged_archive", /damaged ZIP archive/);
  });
});

test("workbooks and documents are ZIP files and no archives", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Sheet").addRow(["Day", "Cost"]);
  const path = join(folder, "book.xlsx");
  await book.xlsx.writeFile(path);
  expect(await isArchive(path)).toBe(false);
  expect(await isArchive(zip({ "[Content_Types].xml": CSV, "word/document.xml": CSV }))).toBe(false);
  expect(await isArchive(zip({ mimetype: CSV, "content.xml": CSV }))).toBe(false);
  expect(await isArchive(zip({ "book.xlsx": readFileSync(path) }))).toBe(true);
  expect(await isArchive(join(folder, "none.zip"))).toBe(false);
  expect(await isArchive(folder)).toBe(false);
});
