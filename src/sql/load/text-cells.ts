import { textLiteral } from "../channel/text-literal.ts";

/** The cells of a row of `raw_row`, also of one that is kept as the file's text. */
export function cellsOfRow(delimiter: string): string {
  const mark = `\\x{${delimiter.charCodeAt(0).toString(16)}}`;
  const pattern = `${mark}[ \\t]*("(?:[^"]|"")*"|[^${mark}]*)`;
  const unquoted = `if(startsWith(cell, '"'), replaceAll(substring(cell, 2, length(cell) - 2), '""', '"'), cell)`;
  const cells = `extractAll(concat(${textLiteral(delimiter)}, raw_row.text), ${textLiteral(pattern)})`;
  return `if(empty(raw_row.cells), arrayMap(cell -> ${unquoted}, ${cells}), raw_row.cells)`;
}
