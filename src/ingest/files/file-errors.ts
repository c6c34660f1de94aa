import { LeadlineError, type Place } from "../../language/leadline-error.ts";

const EXPORT_ROWS = "Check the export's filters and period, and export it again.";

const firstOf = (titles: readonly string[]): string => titles.slice(0, 3).join(", ") + (titles.length > 3 ? ", …" : "");

/** Everything that can be wrong with a file as a whole, in one place. */
export const fileErrors = {
  missing: (file: string) => new LeadlineError("file.missing", `${file} does not exist.`, "Check the path.", { file }),
  folder: (file: string) =>
    new LeadlineError("file.folder", `${file} is a folder.`, "Name the files in it, for example FOLDER/*.csv.", {
      file,
    }),
  unreadable: (file: string, why: string) =>
    new LeadlineError("file.unreadable", `${file} cannot be read: ${why}.`, "Check the file's permissions.", { file }),
  empty: (file: string) =>
    new LeadlineError("file.empty", `${file} is empty.`, "Export it again and check that the export finished.", {
      file,
    }),
  notATable: (file: string, what: string, remedy: string) =>
    new LeadlineError("file.not_a_table", `${file} is ${what}, not a table of rows.`, remedy, { file }),
  unclosedQuote: (file: string, line: number) =>
    new LeadlineError(
      "file.unclosed_quote",
      `A quoted cell that begins in line ${line} of ${file} never ends.`,
      "Close the quote in that line, or export the file again.",
      { file, line },
    ),
  recordTooLong: (file: string, line: number, megabytes: number) =>
    new LeadlineError(
      "file.record_too_long",
      `Line ${line} of ${file} is longer than ${megabytes} MB: this is not a table of rows.`,
      "Check that the file is the export itself and that its line ends were not lost.",
      { file, line },
    ),
  wrongEncoding: (file: string, declared: string, why: string) =>
    new LeadlineError(
      "file.wrong_encoding",
      `${file} is not written in ${declared}: ${why}.`,
      "Leave --set encoding out, or name the right one.",
      { file },
    ),
  badSetting: (key: string, value: string, allowed: readonly string[]) =>
    new LeadlineError(
      "file.bad_setting",
      `--set ${key}=${value} is not possible.`,
      `Use one of: ${allowed.join(", ")}.`,
      { key },
    ),
  duplicateColumn: (title: string, first: number, second: number, place: Place) =>
    new LeadlineError(
      "file.duplicate_column",
      `Two columns (${first} and ${second}) are both called "${title}", and they do not hold the same thing for certain.`,
      "Rename or remove one of the two in the file, or export it again with the column once.",
      { ...place, column: second },
    ),
  ambiguousDates: (examples: readonly string[], place: Place) =>
    new LeadlineError(
      "file.ambiguous_dates",
      `The dates (${examples.join(", ")}) can be read as day/month or as month/day, and nothing in the file tells which.`,
      "Say it with --set dates=dmy or --set dates=mdy.",
      place,
    ),
  mixedDates: (dmy: string, mdy: string, place: Place) =>
    new LeadlineError(
      "file.mixed_dates",
      `The file has dates in two orders: "${dmy}" can only be day/month and "${mdy}" only month/day.`,
      "Export the file again with one date format, or say which is right with --set dates=dmy or --set dates=mdy; the other rows are then quarantined.",
      place,
    ),
  ambiguousNumbers: (examples: readonly string[], place: Place) =>
    new LeadlineError(
      "file.ambiguous_numbers",
      `The numbers (${examples.join(", ")}) can be read as thousands or as decimals, and nothing in the file tells which.`,
      "Say it with --set numbers=point (1,234.56) or --set numbers=comma (1.234,56).",
      place,
    ),
  mixedNumbers: (point: string, comma: string, place: Place) =>
    new LeadlineError(
      "file.mixed_numbers",
      `The file has numbers in two notations: "${point}" has a decimal point and "${comma}" a decimal comma.`,
      "Export the file again with one number format, or say which is right with --set numbers=point or --set numbers=comma; the other rows are then quarantined.",
      place,
    ),
  unknown: (file: string, nearest: readonly string[]) =>
    new LeadlineError(
      "file.unknown",
      nearest.length > 0
        ? `No source has the columns of ${file}. Nearest: ${nearest.join("; ")}.`
        : `No source has the columns of ${file}.`,
      "Name the source with --preset, or describe the file in a preset of your own (presets/<name>/preset.yaml in the workspace; see the mapping guide).",
      { file },
    ),
  noHeader: (file: string) =>
    new LeadlineError(
      "file.no_header",
      `${file} has no row that could be the header of a table.`,
      "Check that the file is the export itself and that its first rows were not cut off.",
      { file },
    ),
  headerOnly: (file: string, titles: readonly string[], line: number) =>
    new LeadlineError(
      "file.header_only",
      `${file} is an export without rows: a header (${firstOf(titles)}) and nothing below it.`,
      EXPORT_ROWS,
      { file, line },
    ),
  noRowsOf: (file: string, name: string, line: number, period: { readonly from: string; readonly to: string } | null) =>
    new LeadlineError(
      "load.no_rows",
      period === null
        ? `${file} is an export of ${name} without rows: a header in line ${line} and nothing below it.`
        : `${file} is an export of ${name} without rows, for ${period.from} to ${period.to}: a header in line ${line} and nothing below it.`,
      EXPORT_ROWS,
      { file, line },
    ),
  ambiguous: (file: string, line: number, candidates: readonly string[]) =>
    new LeadlineError(
      "file.ambiguous",
      `The header of ${file} fits several sources equally well: ${candidates.join(", ")}.`,
      `Say which it is with --preset ${candidates[0]?.split("/")[0] ?? "ID"}.`,
      { file, line },
    ),
  noPreset: (id: string, known: readonly string[]) =>
    new LeadlineError("file.no_preset", `There is no preset "${id}".`, `Use one of: ${known.join(", ")}.`, { key: id }),
  noSheet: (file: string, sheet: string, sheets: readonly string[]) =>
    new LeadlineError(
      "file.no_sheet",
      `${file} has no sheet "${sheet}".`,
      `Use one of: ${sheets.map((name) => `--set "sheet=${name}"`).join(", ")}.`,
      { file },
    ),
  brokenWorkbook: (file: string, why: string) =>
    new LeadlineError(
      "file.broken_workbook",
      `${file} cannot be read as an Excel workbook: ${why}.`,
      "Open it in Excel, save it again as .xlsx or as CSV UTF-8.",
      {
        file,
      },
    ),
  badJson: (file: string, line: number, why: string) =>
    new LeadlineError("file.bad_json", `${file} is not valid JSON (${why}).`, "Export the file again.", { file, line }),
  noRows: (file: string) =>
    new LeadlineError(
      "file.no_array",
      `${file} holds no list of records.`,
      "Give a JSON array of objects, an object that holds one, or one object per line.",
      { file },
    ),
  damagedArchive: (file: string, kind: "ZIP" | "gzip", why: string) =>
    new LeadlineError(
      "file.damaged_archive",
      `${file} is a damaged ${kind} archive: ${why}.`,
      "Download or export it again.",
      { file },
    ),
  cutArchive: (file: string) =>
    new LeadlineError(
      "file.damaged_archive",
      `${file} is a gzip archive that ends too early.`,
      "Download or export it again.",
      { file },
    ),
  encryptedArchive: (file: string) =>
    new LeadlineError(
      "file.encrypted_archive",
      `${file} is protected by a password.`,
      "Unpack it with its password and load the files inside.",
      { file },
    ),
  unknownPacking: (file: string, inside: string) =>
    new LeadlineError(
      "file.unknown_packing",
      `${inside} in ${file} is packed by a method that only few programs read.`,
      "Unpack it and load the files inside.",
      { file },
    ),
  emptyArchive: (file: string) =>
    new LeadlineError(
      "file.empty_archive",
      `${file} is a ZIP archive with no file in it.`,
      "Export it again and check that the export finished.",
      { file },
    ),
  archiveTooLarge: (file: string, megabytes: number, limit: number) =>
    new LeadlineError(
      "file.archive_too_large",
      `${file} would take ${megabytes} MB unpacked; the limit for one archive is ${limit} MB.`,
      "If you trust where it comes from, unpack it and load the files inside one by one.",
      { file },
    ),
  archiveBeyond: (file: string, limit: number) =>
    new LeadlineError(
      "file.archive_too_large",
      `${file} takes more than ${limit} MB unpacked, the limit for one archive.`,
      "If you trust where it comes from, unpack it and load the file inside.",
      { file },
    ),
  archiveTooMany: (file: string, count: number, limit: number) =>
    new LeadlineError(
      "file.archive_too_many",
      `${file} holds ${count} files; the limit for one archive is ${limit}.`,
      "Unpack it and load the files that you need.",
      { file },
    ),
  nestedArchive: (file: string, archive: string) =>
    new LeadlineError(
      "file.nested_archive",
      `${file} is an archive inside the archive ${archive}, and only one is opened.`,
      "Unpack it and load the files inside.",
      { file },
    ),
  noParquet: (file: string) =>
    new LeadlineError(
      "file.parquet_unsupported",
      `${file} is a Parquet file, which this command cannot read.`,
      "Load it into a workspace, or export it as CSV.",
      {
        file,
      },
    ),
} as const;
