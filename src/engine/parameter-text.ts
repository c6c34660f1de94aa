/**
 * The value of a `{name:Type}` placeholder as the engine reads it: text escaped as in TSV, lists and maps as literals.
 * Dates are given as ISO text, not as `Date`.
 * https://clickhouse.com/docs/interfaces/http#tabs-in-url-parameters
 */
export function parameterText(value: unknown): string {
  return typeof value === "object" && value !== null ? nested(value) : scalar(value);
}

function scalar(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "boolean") return value ? "1" : "0";
  return escaped(String(value));
}

function nested(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return `[${value.map(nested).join(",")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, item]) => `${nested(key)}:${nested(item)}`)
      .join(",")}}`;
  if (typeof value === "string") return `'${escaped(value).replaceAll("'", "\\'")}'`;
  return String(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\\0",
};

function escaped(text: string): string {
  return text.replaceAll(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] ?? character);
}
