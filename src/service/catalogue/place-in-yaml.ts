import { isScalar, LineCounter, parseDocument } from "yaml";
import type { Place } from "../../language/leadline-error.ts";

/**
 * Where a key's value stands in a YAML text: file, line, column and key. `at` counts characters into a text value; in a
 * value folded over several lines the place is its beginning.
 */
export function placeInYaml(text: string, file: string, path: readonly string[], at = 0): Place {
  const lines = new LineCounter();
  const node: unknown = parseDocument(text, { lineCounter: lines, prettyErrors: false }).getIn(path, true);
  const key = path.join(".");
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) {
    return { file, line: 1, key };
  }
  const start = Number(node.range[0]);
  const end = Number(node.range[1]);
  const value = text.slice(start, end);
  const quoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") ? 1 : 0;
  const inside = value.includes("\n") ? 0 : quoted + at;
  const { line, col } = lines.linePos(start + inside);
  return { file, line, column: col, key };
}
