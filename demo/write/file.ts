import iconv from "iconv-lite";

/** A file of the demo: its path below the demo's folder, and its bytes. */
export interface OutFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export type Cell = string | number | null;
type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "gb18030";

export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-16le") return Buffer.from(`\uFEFF${text}`, "utf16le");
  if (encoding === "gb18030") return iconv.encode(text, "gb18030");
  return Buffer.from(encoding === "utf-8-bom" ? `\uFEFF${text}` : text, "utf8");
}

/** One record, cells quoted where they must be. */
export function record(cells: readonly Cell[], delimiter: "," | ";" | "\t"): string {
  return cells
    .map((cell) => {
      const text = cell === null ? "" : String(cell);
      return text.includes(delimiter) || text.includes('"') || text.includes("\n")
        ? `"${text.replaceAll('"', '""')}"`
        : text;
    })
    .join(delimiter);
}

interface Table {
  readonly before?: readonly string[];
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
  readonly after?: readonly string[];
}

export function delimited(
  path: string,
  table: Table,
  style: { readonly delimiter?: "," | ";" | "\t"; readonly encoding?: Encoding; readonly newline?: "\n" | "\r\n" } = {},
): OutFile {
  const delimiter = style.delimiter ?? ",";
  const lines = [...(table.before ?? []), record(table.header, delimiter)];
  for (const row of table.rows) lines.push(record(row, delimiter));
  lines.push(...(table.after ?? []));
  return {
    path,
    bytes: encode(`${lines.join(style.newline ?? "\n")}${style.newline ?? "\n"}`, style.encoding ?? "utf-8"),
  };
}
