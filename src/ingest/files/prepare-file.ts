import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Preset } from "../../model/preset.ts";
import { chooseEncoding } from "./choose-encoding.ts";
import { convertJson } from "./convert-json.ts";
import { convertKeyValue } from "./convert-key-value.ts";
import { convertXlsx } from "./convert-xlsx.ts";
import { decideNotation } from "./decide-notation.ts";
import { fileErrors } from "./file-errors.ts";
import { findHeader, type Head, readHead } from "./find-header.ts";
import { filledOf, findLoneHeader } from "./find-lone-header.ts";
import { finishTables } from "./finish-tables.ts";
import { type ByteFacts, identifyBytes } from "./identify-bytes.ts";
import { identifyKind } from "./identify-kind.ts";
import { type Candidate, fileCandidates, nearest } from "./match-layout.ts";
import type { Encoding, FileNotice, PreparedFile } from "./prepared.ts";
import { readStructure } from "./read-structure.ts";
import type { TextSource } from "./text-source.ts";
import { transcode } from "./transcode.ts";
import { writeTables } from "./write-tables.ts";

export interface PrepareOptions {
  /** Only this preset's layouts. */
  readonly presetId?: string;
  /** `--set`: encoding, delimiter, dates, numbers, sheet. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where temporary files may stand. */
  readonly workDir: string;
  /** Share of the work done, 0 to 1, rising. */
  readonly onProgress?: (share: number) => void;
  /** Turns a Parquet file into CSV with a header; the engine does it. */
  readonly convertParquet?: (path: string, outPath: string) => Promise<void>;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  comma: ",",
  ",": ",",
  tab: "\t",
  "\t": "\t",
  "\\t": "\t",
  semicolon: ";",
  ";": ";",
  pipe: "|",
  "|": "|",
};

/**
 * Reads a file as far as is needed to hand its tables to the engine: what it is, its encoding, where header, data and
 * footer are, which layout fits, how its numbers and dates are written. Throws a LeadlineError that says what is wrong.
 */
export async function prepareFile(
  path: string,
  presets: readonly Preset[],
  options: PrepareOptions,
): Promise<PreparedFile> {
  const candidates = fileCandidates(chosenPresets(presets, options.presetId));
  const { file, facts, kind, folder, dispose, progress, ...text } = await openText(path, candidates, options);
  try {
    const { source, head } = text;
    const structure = await readStructure(source, head, candidates, progress);
    const known = structure.tables.filter((table) => table.match !== null);
    if (known.length === 0) {
      const lone = source.plain ? null : findLoneHeader(head.records);
      if (lone) throw fileErrors.headerOnly(file, filledOf(lone), lone.line);
      const headers = head.records.filter((record) => record.filled > 1).map((record) => record.cells);
      throw fileErrors.unknown(file, nearest(headers, candidates, { preamble: "", section: null }));
    }
    const notation = decideNotation(file, structure, options.settings ?? {});
    const written = structure.clean
      ? null
      : await writeTables(source, structure.delimiter, known, (index) => join(folder, `table-${index}.csv`), progress);
    // Only the tables are needed from here on; a copy of the whole text would take their space once more.
    if (written !== null && source.path !== path) await rm(source.path, { force: true });
    const finished = finishTables({ source, structure, notation, written });
    return {
      file,
      sha256: facts.sha256,
      bytes: facts.bytes,
      encoding: text.encoding,
      kind,
      delimiter: kind === "delimited" ? structure.delimiter : null,
      tables: finished.tables,
      unread: finished.unread,
      notices: [...text.notices, ...notation.notices, ...finished.notices],
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** A file as a UTF-8 text of records, with what its first lines look like. */
export interface OpenedText extends Text {
  readonly file: string;
  readonly facts: ByteFacts;
  readonly kind: PreparedFile["kind"];
  /** For temporary files; `dispose` removes it with all that is in it. */
  readonly folder: string;
  readonly dispose: () => Promise<void>;
  readonly progress: (bytes: number) => void;
}

/** Opens a file of any kind as text; the caller disposes of it. Throws a LeadlineError for what holds no table. */
export async function openText(
  path: string,
  candidates: readonly Candidate[],
  options: PrepareOptions,
): Promise<OpenedText> {
  const file = basename(path);
  const progress = meter(await sizeOf(path), options.onProgress);
  const facts = await identifyBytes(path, progress);
  const kind = await identifyKind(file, path, facts);
  if (kind instanceof Error) throw kind;
  await mkdir(options.workDir, { recursive: true });
  const folder = await mkdtemp(join(options.workDir, "file-"));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const text = await toText({ path, file, facts, kind, folder, candidates, options, progress });
    return { ...text, file, facts, kind, folder, dispose, progress };
  } catch (error) {
    await dispose();
    throw error;
  }
}

interface TextInput {
  readonly path: string;
  readonly file: string;
  readonly facts: ByteFacts;
  readonly kind: PreparedFile["kind"];
  readonly folder: string;
  readonly candidates: readonly Candidate[];
  readonly options: PrepareOptions;
  readonly progress: (bytes: number) => void;
}

interface Text {
  readonly source: TextSource;
  readonly head: Head;
  readonly encoding: PreparedFile["encoding"];
  readonly notices: readonly FileNotice[];
}

type Reader = (input: TextInput) => Promise<Text>;

/** Each kind of file as a UTF-8 text of records. */
const READERS: Readonly<Record<PreparedFile["kind"], Reader>> = {
  delimited: readDelimited,
  xlsx: readXlsx,
  json: (input) => readKeyed(input, (to) => convertJson(input.file, input.path, to, false, input.progress), "utf-8"),
  ndjson: (input) => readKeyed(input, (to) => convertJson(input.file, input.path, to, true, input.progress), "utf-8"),
  parquet: (input) => {
    const convert = input.options.convertParquet;
    if (!convert) throw fileErrors.noParquet(input.file);
    return readKeyed(input, (to) => convert(input.path, to), "binary");
  },
};

function toText(input: TextInput): Promise<Text> {
  return READERS[input.kind](input);
}

async function readDelimited({ path, file, facts, folder, candidates, options, progress }: TextInput): Promise<Text> {
  const titles = new Set(candidates.flatMap((candidate) => [...candidate.titles.keys()]));
  const encoding = chooseEncoding(file, facts, titles, options.settings?.encoding);
  const loneCarriageReturns = facts.hasCarriageReturn && !facts.hasLineFeed;
  const asIs = encoding.startsWith("utf-8") && facts.nulBytes === 0 && !loneCarriageReturns;
  const notices: FileNotice[] = [];
  let textPath = path;
  if (!asIs) {
    textPath = join(folder, "text.csv");
    const { replaced, nulBytes } = await transcode(path, textPath, encoding, {
      loneCarriageReturns,
      onBytes: progress,
    });
    if (replaced > 0) notices.push(brokenCharacters(file, encoding, replaced, facts.bytes, options));
    if (nulBytes > 0)
      notices.push({
        code: "file.nul_bytes",
        text: { en: `${nulBytes} NUL bytes were taken out.`, zh: `已去除 ${nulBytes} 个 NUL 字节。` },
      });
  }
  const source: TextSource = {
    file,
    path: textPath,
    bytes: textPath === path ? facts.bytes : (await stat(textPath)).size,
    rowShift: null,
    plain: false,
    delimiters: delimitersOf(options),
  };
  const keyed = candidates.filter(({ layout }) => layout.shape === "key_value");
  const tables = candidates.filter(({ layout }) => layout.shape !== "key_value");
  const oneRow = await asOneRow(source, keyed, join(folder, "record.csv"));
  if (oneRow !== null) {
    // What stood around the values is gone from the one row.
    const anywhere = keyed.map((candidate) => ({ ...candidate, preamble: null }));
    return { source: oneRow, head: await findHeader(oneRow, anywhere), encoding, notices };
  }
  return { source, head: await findHeader(source, tables), encoding, notices };
}

const KEY_VALUE_LINES = 400;

async function asOneRow(source: TextSource, keyed: readonly Candidate[], to: string): Promise<TextSource | null> {
  if (keyed.length === 0) return null;
  for (const delimiter of source.delimiters) {
    const records = await readHead(source, delimiter, KEY_VALUE_LINES);
    if (!convertKeyValue(records, keyed, to)) continue;
    return { ...source, path: to, bytes: (await stat(to)).size, rowShift: -1, plain: true, delimiters: [","] };
  }
  return null;
}

function delimitersOf(options: PrepareOptions): readonly string[] {
  const wanted = options.settings?.delimiter;
  if (wanted === undefined) return [",", "\t", ";", "|"];
  const delimiter = DELIMITERS[wanted] ?? DELIMITERS[wanted.trim().toLowerCase()];
  if (delimiter === undefined) throw fileErrors.badSetting("delimiter", wanted, ["comma", "tab", "semicolon", "pipe"]);
  return [delimiter];
}

function brokenCharacters(
  file: string,
  encoding: Encoding,
  replaced: number,
  bytes: number,
  options: PrepareOptions,
): FileNotice {
  if (options.settings?.encoding !== undefined && replaced > Math.max(5, bytes / 1000))
    throw fileErrors.wrongEncoding(file, options.settings.encoding, `${replaced} characters cannot be read`);
  return {
    code: "file.broken_characters",
    text: {
      en: `${replaced} characters could not be read as ${encoding}; they show as \uFFFD.`,
      zh: `有 ${replaced} 个字符无法按 ${encoding} 读取，显示为 \uFFFD。`,
    },
  };
}

async function readKeyed(
  { file, folder, candidates }: TextInput,
  convert: (to: string) => Promise<void>,
  encoding: PreparedFile["encoding"],
): Promise<Text> {
  const path = join(folder, "text.csv");
  await convert(path);
  const source = { file, path, bytes: (await stat(path)).size, rowShift: -1, plain: true, delimiters: [","] };
  return { source, head: await findHeader(source, candidates), encoding, notices: [] };
}

async function readXlsx({ path, file, folder, candidates, options, progress }: TextInput): Promise<Text> {
  const sheets = await convertXlsx(
    file,
    path,
    (index) => join(folder, `sheet-${index}.csv`),
    () => progress(0),
  );
  const wanted = options.settings?.sheet;
  const chosen = wanted === undefined ? sheets : sheets.filter((sheet) => sheet.name.trim() === wanted.trim());
  if (wanted !== undefined && chosen.length === 0)
    throw fileErrors.noSheet(
      file,
      wanted,
      sheets.map((sheet) => sheet.name),
    );
  const read: Text[] = [];
  for (const sheet of chosen.filter((each) => each.rows > 0)) {
    const source = {
      file,
      path: sheet.path,
      bytes: (await stat(sheet.path)).size,
      rowShift: 0,
      plain: false,
      delimiters: [","],
    };
    const head = await findHeader(source, candidates);
    const others = sheets.filter((other) => other !== sheet && other.rows > 0).map((other) => other.name);
    const notices: FileNotice[] =
      others.length === 0
        ? []
        : [
            {
              code: "file.one_sheet",
              text: {
                en: `Sheet "${sheet.name}" is read; not read: ${others.join(", ")} (choose with --set sheet=NAME).`,
                zh: `读取工作表“${sheet.name}”；未读取：${others.join("、")}（可用 --set sheet=名称 指定）。`,
              },
            },
          ];
    read.push({ source, head, encoding: "utf-8", notices });
    if (head.header) break;
  }
  const found = read.find((text) => text.head.header) ?? read[0];
  if (!found) throw fileErrors.empty(file);
  return found;
}

async function sizeOf(path: string): Promise<number> {
  const file = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw fileErrors.folder(path);
    return found.size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw fileErrors.missing(path);
    if (error instanceof Error && "code" in error && error.code === "EACCES")
      throw fileErrors.unreadable(file, "no permission");
    throw error;
  }
}

function chosenPresets(presets: readonly Preset[], id: string | undefined): readonly Preset[] {
  if (id === undefined) return presets;
  const chosen = presets.filter((preset) => preset.id === id);
  if (chosen.length === 0)
    throw fileErrors.noPreset(
      id,
      presets.map((preset) => preset.id),
    );
  return chosen;
}

/** The file is read two to four times; the share never goes back and ends at one. */
function meter(bytes: number, onProgress: ((share: number) => void) | undefined): (done: number) => void {
  const expected = Math.max(1, bytes) * 3;
  let done = 0;
  return (more) => {
    done += more;
    onProgress?.(Math.min(0.99, done / expected));
  };
}
