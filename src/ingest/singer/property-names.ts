import { isRawNumber } from "./parse-exact.ts";
import type { JsonRecord } from "./tap-message.ts";

/** Names of a schema's properties, those of nested objects with dots, as the columns of a JSON file are named. */
export function schemaNames(properties: JsonRecord, prefix = ""): string[] {
  return Object.entries(properties).flatMap(([name, definition]) => {
    const inner = nestedProperties(definition);
    return inner === null ? [`${prefix}${name}`] : schemaNames(inner, `${prefix}${name}.`);
  });
}

/** Names of the values that a record holds, in the same way. */
export function recordNames(record: JsonRecord, prefix = ""): string[] {
  return Object.entries(record).flatMap(([name, value]) =>
    isPlainObject(value) ? recordNames(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

function nestedProperties(definition: unknown): JsonRecord | null {
  if (!isPlainObject(definition)) return null;
  const options = [definition, ...["anyOf", "oneOf", "allOf"].flatMap((key) => definition[key] ?? [])];
  const found = options.find((option) => isPlainObject(option) && isPlainObject(option.properties));
  const properties = (found as JsonRecord | undefined)?.properties as JsonRecord | undefined;
  return properties === undefined || Object.keys(properties).length === 0 ? null : properties;
}

function isPlainObject(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isRawNumber(value);
}
