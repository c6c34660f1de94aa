import { singerErrors } from "./singer-errors.ts";

export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/**
 * The lines of a stream of bytes, one after another in bounded memory. The reader waits while a line is worked on, and so
 * does what writes. Throws `singer.line_too_long` and, where the last line has no end and is no whole message,
 * `singer.cut_off`.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      const end = chunk.subarray(start, at);
      start = at + 1;
      const text = textOf(parts.length === 0 ? end : Buffer.concat([...parts, end]));
      parts = [];
      size = 0;
      if (text.trim() !== "") yield { line, text };
      line += 1;
    }
    parts.push(chunk.subarray(start));
    size += chunk.length - start;
    if (size > MAX_LINE_BYTES) throw singerErrors.lineTooLong(line, MAX_LINE_BYTES / 1024 ** 2);
  }
  const rest = textOf(Buffer.concat(parts)).trim();
  if (rest === "") return;
  if (!rest.endsWith("}")) throw singerErrors.cutOff(line);
  yield { line, text: rest };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
