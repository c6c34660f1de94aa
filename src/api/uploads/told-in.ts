import { errorIn } from "../../service/chinese/error-in.ts";
import type { LoadedFile } from "../../service/sources/load-files.ts";
import type { Job } from "./jobs.ts";

/** What became of a file, its error worded for the reader. */
export function loadedFileIn(file: LoadedFile, language: "en" | "zh"): LoadedFile {
  if (!file.error) return file;
  const { sentence, remedy } = errorIn(file.error, language);
  return { ...file, error: { ...file.error, message: sentence, remedy } };
}

/** A job as it stands, its errors worded for the reader. */
export function jobIn(job: Job, language: "en" | "zh"): Job {
  const { problem, result } = job;
  const told = problem && errorIn({ message: problem.detail, remedy: problem.remedy }, language);
  const files = (result as { files?: readonly LoadedFile[] } | null)?.files;
  return {
    ...job,
    problem: problem && told && { ...problem, detail: told.sentence, remedy: told.remedy },
    result: files ? { files: files.map((file) => loadedFileIn(file, language)) } : result,
  };
}
