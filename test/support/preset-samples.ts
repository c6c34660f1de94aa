import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import iconv from "iconv-lite";
import { splitCells } from "../../src/ingest/files/split-cells.ts";

const PRESETS = join(import.meta.dirname, "../../presets");

/** A sample of a preset and what `expected/` says of it. */
export interface PresetSample {
  readonly name: string;
  readonly preset: string;
  readonly path: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Titles of columns whose sum agrees with the file's own total. */
  readonly totals: readonly string[];
}

/** All samples that are delimited text. */
export const DELIMITED_SAMPLES: readonly PresetSample[] = readdirSync(PRESETS).flatMap((preset) =>
  readdirSync(join(PRESETS, preset))
    .filter((name) => name === "expected")
    .flatMap((folder) => readdirSync(join(PRESETS, preset, folder)))
    .flatMap((name) => {
      const expected = JSON.parse(readFileSync(join(PRESETS, preset, "expected", name), "utf8"));
      if (!/\.(csv|tsv|txt)$/.test(expected.sample)) return [];
      return [
        {
          name: `${preset}/${expected.sample}`,
          preset,
          path: join(PRESETS, preset, "sample", expected.sample),
          settings: expected.settings ?? {},
          totals: Object.entries(expected.totals ?? {}).flatMap(([title, agrees]) => (agrees ? [title] : [])),
        },
      ];
    }),
);

/** A sample's text, whatever it is written in. */
export function textOf({ path }: PresetSample): string {
  const bytes = readFileSync(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, "utf-16le");
  const utf8 = bytes.toString("utf8");
  return (utf8.includes("�") ? iconv.decode(bytes, "gb18030") : utf8).replace(/^\uFEFF/, "");
}

/** Lines as cells; the delimiter is the one that cuts the longest line into most cells. */
export function tableOf(text: string): { readonly delimiter: string; readonly rows: readonly (readonly string[])[] } {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const widest = (delimiter: string) => Math.max(...lines.map((line) => splitCells(line, delimiter).length));
  const [delimiter = ","] = [",", "\t", ";"].toSorted((a, b) => widest(b) - widest(a));
  return { delimiter, rows: lines.map((line) => splitCells(line, delimiter)) };
}

/** Cells as delimited text; a cell is quoted only where it must be. */
export function delimitedText(rows: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `${rows.map((row) => row.map(quoted).join(delimiter)).join("\n")}\n`;
}

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "gb18030" | "windows-1252";

/** Whether an encoding holds every character of a text and, if it is an old one, was made for them. */
export function holds(encoding: Encoding, text: string): boolean {
  if (encoding === "gb18030") return /\p{Script=Han}/u.test(text);
  if (encoding === "windows-1252")
    return /[^\0-\x7f]/.test(text) && iconv.decode(iconv.encode(text, "windows-1252"), "windows-1252") === text;
  return true;
}

/** Writes a text as a file of the sample's own name, in a folder of its own. */
export function writeAs(folder: string, sample: PresetSample, encoding: Encoding, text: string): string {
  const file = join(folder, basename(sample.path));
  mkdirSync(dirname(file), { recursive: true });
  const [name, addBOM] = encoding === "utf-8-bom" ? ["utf-8", true] : [encoding, encoding === "utf-16le"];
  writeFileSync(file, iconv.encode(text, name, { addBOM }));
  return file;
}
