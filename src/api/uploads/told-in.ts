import { errorIn } from "../../service/chinese/error-in.ts";
import { reasonIn } from "../../service/chinese/reason-in.ts";
import type { LoadedFile } from "../../service/sources/load-files.ts";
import type { Job } from "./jobs.ts";

type Language = "en" | "zh";

/** What became of a file, its error and reasons worded for the reader. */
export function loadedFileIn(file: LoadedFile, language: Language): LoadedFile {
  const { error, look } = file;
  const told = error && errorIn(error, language);
  return {
    ...file,
    skipped: reasonsIn(file.skipped, language),
    quarantined: reasonsIn(file.quarantined, language),
    ...(look && {
      look: {
        ...look,
        tables: look.tables.map((table) => ({
          ...table,
          rows: rowsIn(table.rows, language),
          rejects: rowsIn(table.rejects, language),
        })),
      },
    }),
    ...(error && told && { error: { ...error, message: told.sentence, remedy: told.remedy } }),
  };
}

/** Rows with their reasons worded for the reader. */
export function rowsIn<Row extends { readonly reason: string }>(rows: readonly Row[], language: Language): Row[] {
  return rows.map((row) => ({ ...row, reason: reasonIn(row.reason, language) }));
}

function reasonsIn(counts: Readonly<Record<string, number>>, language: Language): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([reason, count]) => [reasonIn(reason, language), count]));
}

/** A job as it stands, its errors worded for the reader. */
export function jobIn(job: Job, language: Language): Job {
  const { problem, result } = job;
  const told = problem && errorIn({ message: problem.detail, remedy: problem.remedy }, language);
  const files = (result as { files?: readonly LoadedFile[] } | null)?.files;
  return {
    ...job,
    problem: problem && told && { ...problem, detail: told.sentence, remedy: told.remedy },
    result: files ? { files: files.map((file) => loadedFileIn(file, language)) } : result,
  };
}
