import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { prepareFile } from "./prepare-file.ts";
import type { PreparedFile } from "./prepared.ts";
import { firstText, testFolder } from "./test-folder.ts";
import { PLAIN } from "./test-presets.ts";

const { folder, workDir, write, prepare } = testFolder();

describe("files that are no table", () => {
  test.each<[string, string | Buffer, string, RegExp]>([
    ["an empty file", "", "file.empty", /empty/],
    ["a file of blanks", " \n\n ", "file.empty", /empty/],
    ["a gzip archive", gzipSync("Date,Amount\n2026-01-01,5\n"), "file.not_a_table", /gzip/],
    [
      "a tar archive",
      Buffer.concat([
        Buffer.from("a.csv".padEnd(257, "\0")),
        Buffer.from("ustar\0"),
        Buffer.from("Date\n".repeat(900)),
      ]),
      "file.not_a_table",
      /tar/,
    ],
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n", "file.not_a_table", /PDF/],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1000000000000", "hex"), "file.not_a_table", /old Excel/],
    ["a web page", "<html><table><tr><td>Date</td></tr></table></html>", "file.not_a_table", /web page/],
    ["XML", '<?xml version="1.0"?><rows/>', "file.not_a_table", /XML/],
    [
      "binary data",
      Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 73) % 256)),
      "file.not_a_table",
      /binary/,
    ],
    ["a file of zeros", Buffer.alloc(4096), "file.not_a_table", /binary/],
    ["a text without known columns", "Dear all,\nplease find attached\n", "file.unknown", /No source/],
    ["a Parquet file without the engine", Buffer.from("PAR1....PAR1"), "file.parquet_unsupported", /Parquet/],
  ])("%s is named", async (_, content, code, sentence) => {
    await expect(prepare(content)).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) });
  });

  test("a ZIP archive is named with what is inside", async () => {
    const archive = Buffer.from(zipSync({ "report.csv": Buffer.from("Date,Amount\n") }));
    await expect(prepare(archive)).rejects.toMatchObject({
      code: "file.not_a_table",
      message: expect.stringMatching(/ZIP.*report\.csv/),
    });
  });

  test("a missing file and a folder are told apart", async () => {
    const options = { workDir };
    await expect(prepareFile(join(folder, "nowhere.csv"), [PLAIN], options)).rejects.toMatchObject({
      code: "file.missing",
    });
    await expect(prepareFile(folder, [PLAIN], options)).rejects.toMatchObject({ code: "file.folder" });
  });

  test("a refused file leaves nothing behind", async () => {
    await expect(prepare(iconv.encode("Foo\tBar\n1\t2\n", "utf-16le", { addBOM: true }))).rejects.toMatchObject({
      code: "file.unknown",
    });
    expect(readdirSync(workDir)).toEqual([]);
  });
});

describe("sizes", () => {
  test("a file that is one quoted cell is refused with the line where the quote opens", async () => {
    await expect(prepare(`Date,Amount\n"${"x, y\n".repeat(2000)}`)).rejects.toMatchObject({
      code: "file.unclosed_quote",
      place: { line: 2 },
    });
  });

  test("a line of 200 MB is refused early and in bounded memory", async () => {
    const path = write("Date,Amount\n2026-01-01,");
    const piece = Buffer.alloc(8 * 1024 * 1024, "7");
    for (let written = 0; written < 200 * 1024 * 1024; written += piece.length) appendFileSync(path, piece);
    const before = process.memoryUsage().rss;
    await expect(prepareFile(path, [PLAIN], { workDir })).rejects.toMatchObject({
      code: "file.record_too_long",
      place: { line: 2 },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    rmSync(path);
  });

  test("of a long file only a sample decides the notation, and that is said", async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `2026-01-${String((at % 28) + 1).padStart(2, "0")},x,${at}.50`,
    );
    const file = await prepare(`Date,Name,Amount\n${rows.join("\n")}\n`);
    expect(file.tables[0]).toMatchObject({ records: 30_000, decimal: "point" });
    expect(file.notices.map(({ code }) => code)).toEqual(["file.sampled"]);
    await file.dispose();
  });

  test("progress rises and stays below one until the end", async () => {
    const shares: number[] = [];
    const file = await prepare("Date,Amount\n2026-01-01,5\n", {}, { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThan(1);
    await file.dispose();
  });
});

describe("encodings", () => {
  const chinese = "日期,Name,金额\n2026-09-01,推送服务,5.50\n";

  test.each<[string, Buffer, PreparedFile["encoding"]]>([
    ["UTF-8", Buffer.from(chinese), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${chinese}`), "utf-8-bom"],
    ["GB18030", iconv.encode(chinese, "gb18030"), "gb18030"],
    ["UTF-16LE with a mark", iconv.encode(chinese, "utf-16le", { addBOM: true }), "utf-16le-bom"],
    ["UTF-16BE with a mark", iconv.encode(chinese, "utf-16be", { addBOM: true }), "utf-16be-bom"],
    ["UTF-16LE without a mark", iconv.encode(chinese, "utf-16le"), "utf-16le"],
    ["UTF-16BE without a mark", iconv.encode(chinese, "utf-16be"), "utf-16be"],
  ])("%s is recognised", async (_, bytes, encoding) => {
    const file = await prepare(bytes);
    expect(file.encoding).toBe(encoding);
    expect(firstText(file)).toContain("推送服务");
    expect(file.tables[0]?.records).toBe(1);
    await file.dispose();
  });

  test("Western text is not taken for Chinese", async () => {
    const file = await prepare(
      iconv.encode("Date,Name,Amount\n2026-09-01,Müller & Söhne – Größe,5.50\n", "windows-1252"),
    );
    expect(file.encoding).toBe("windows-1252");
    expect(firstText(file)).toContain("Müller & Söhne – Größe");
    await file.dispose();
  });

  test("a broken character deep in the file counts too", async () => {
    const rows = "2026-09-01,plain,5.50\n".repeat(300_000);
    const file = await prepare(
      Buffer.concat([
        Buffer.from(`Date,Name,Amount\n${rows}2026-09-02,M`),
        Buffer.from([0xfc]),
        Buffer.from("ller,1.00\n"),
      ]),
    );
    expect(file.encoding).toBe("windows-1252");
    await file.dispose();
  });

  test("the encoding a person names is taken, or refused where it cannot be", async () => {
    const latin = iconv.encode("Date,Name,Amount\n2026-09-01,Müller,5.50\n", "windows-1252");
    const file = await prepare(latin, { encoding: "latin1" });
    expect(file.encoding).toBe("windows-1252");
    await file.dispose();
    await expect(prepare(latin, { encoding: "utf-8" })).rejects.toMatchObject({ code: "file.wrong_encoding" });
    await expect(prepare("Date,Amount\n", { encoding: "utf-16le" })).rejects.toMatchObject({ code: "file.unknown" });
    await expect(prepare("Date,Amount\n", { encoding: "morse" })).rejects.toMatchObject({ code: "file.bad_setting" });
  });

  test("NUL bytes are taken out and told", async () => {
    const file = await prepare("Date,Name,Amount\n2026-09-01,A\0li\0ce,5.50\n");
    expect(firstText(file)).toContain("Alice");
    expect(file.notices.map(({ code }) => code)).toEqual(["file.nul_bytes"]);
    await file.dispose();
  });

  test("old Macintosh line ends are line ends", async () => {
    const file = await prepare("Date,Amount\r2026-09-01,5.50\r2026-09-02,6.50\r");
    expect(file.tables[0]?.records).toBe(2);
    await file.dispose();
  });
});
