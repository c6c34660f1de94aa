import { LeadlineError } from "../../language/leadline-error.ts";

/** Everything that can be wrong with a folder of tables. */
export const warehouseErrors = {
  noPreset: (folder: string, known: readonly string[]) =>
    new LeadlineError(
      "file.folder",
      `${folder} is a folder; what its files are is not said.`,
      `A folder of a warehouse's tables: --preset with one of ${known.join(", ")}. Export files: name them, for example FOLDER/*.csv.`,
      { file: folder },
    ),
  noTablesFile: (preset: string, path: string) =>
    new LeadlineError(
      "warehouse.no_tables_file",
      `The preset ${preset} reads single files and no folder of tables.`,
      "Name the files, for example FOLDER/*.csv.",
      { file: path },
    ),
  unknownName: (path: string, what: string, known: readonly string[]) =>
    new LeadlineError("warehouse.unknown_name", `${what} is not there.`, `Use one of: ${known.join(", ")}.`, {
      file: path,
    }),
  noTable: (folder: string, preset: string, wanted: readonly string[]) =>
    new LeadlineError(
      "warehouse.no_table",
      `${folder} holds none of the tables that ${preset} begins with.`,
      `Export at least one of: ${wanted.join(", ")} (as CSV or Parquet, the table's name as the file's name).`,
      { file: folder },
    ),
  noColumn: (file: string, column: string, known: readonly string[]) =>
    new LeadlineError(
      "warehouse.no_column",
      `${file} has no column "${column}", by which it is joined.`,
      `It has: ${known.slice(0, 20).join(", ")}${known.length > 20 ? ", …" : ""}.`,
      { file, line: 1 },
    ),
  noRows: (folder: string) =>
    new LeadlineError(
      "warehouse.no_rows",
      `The tables in ${folder} hold no rows that could be loaded.`,
      "Check that the loader had run before they were exported.",
      { file: folder },
    ),
} as const;
