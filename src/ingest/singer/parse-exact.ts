/** Long numbers and exponents: the only ones that `JSON.parse` may change. What stands in a text is no number. */
const NEEDS_CARE = /(?:^|[[:,])\s*-?(?:[\d.]{16}|[\d.]+[eE])/;

interface ExactJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
  isRawJSON(value: unknown): boolean;
}

// https://github.com/tc39/proposal-json-parse-with-source, in Node since 21; TypeScript does not know it yet.
const exact = JSON as unknown as ExactJson;

/** Parses JSON so that writing it again gives every number with the digits it had. */
export function parseExact(text: string): unknown {
  if (!NEEDS_CARE.test(text)) return JSON.parse(text);
  return exact.parse(text, (_key, value, { source }) =>
    typeof value === "number" && source !== undefined && source !== String(value) ? exact.rawJSON(source) : value,
  );
}

/** Whether a value is a number that `parseExact` kept with its digits. */
export function isRawNumber(value: unknown): boolean {
  return exact.isRawJSON(value);
}
