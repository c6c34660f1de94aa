import { type FileHandle, open } from "node:fs/promises";
import { LeadlineError } from "../language/leadline-error.ts";

/** ClickHouse's numbers for data that cannot be parsed. */
const UNREADABLE = new Set(["6", "26", "27", "33", "36", "117", "246", "444", "636"]);

/** An error about the file's content becomes `engine.file` with the record's number; any other stays what it is. */
export function fileFailure(error: unknown, path: string): unknown {
  if (!(error instanceof LeadlineError) || error.code !== "engine.query") return error;
  const { code = "" } = (error.cause ?? {}) as { code?: unknown };
  if (!UNREADABLE.has(String(code))) return error;
  const line = Number(/\(at row (\d+)\)/.exec(error.message)?.[1]);
  const place = line > 0 ? { file: path, line } : { file: path };
  const near = line > 0 ? ` near record ${line}` : "";
  const failure = new LeadlineError(
    "engine.file",
    `${path} cannot be read${near}: a cell goes on after its closing quote, or the file is damaged.`,
    "Export the file again, or mend the quotes; nothing of it was loaded.",
    place,
  );
  failure.cause = error.cause;
  return failure;
}

/** Opens a file, or fails with `engine.file`. */
export async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    const failure = new LeadlineError(
      "engine.file",
      `${path} cannot be opened.`,
      "Check that the file is there and that this user may read it.",
      { file: path },
    );
    failure.cause = cause;
    throw failure;
  }
}
