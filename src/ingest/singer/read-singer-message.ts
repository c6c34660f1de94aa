import { z } from "zod";
import type { JsonRecord, TapMessage } from "./tap-message.ts";

const typed = z.object({ type: z.string() });
const record = z.record(z.string(), z.unknown());
const version = z.union([z.number(), z.string(), z.null()]).optional();
const stream = z.string().min(1);

/** https://github.com/singer-io/getting-started/blob/master/docs/SPEC.md */
const schemas = {
  SCHEMA: z.object({
    stream,
    schema: z.object({
      properties: record.optional(),
      required: z.array(z.string()).optional(),
      /** Some taps put it here. */
      key_properties: z.array(z.string()).optional(),
    }),
    key_properties: z.array(z.string()).nullish(),
  }),
  RECORD: z.object({ stream, record, version }),
  STATE: z.object({ value: z.unknown().optional() }),
  ACTIVATE_VERSION: z.object({ stream, version: z.union([z.number(), z.string()]) }),
} as const;

/** A Singer message; message types that are not known are let pass, as the specification asks. Throws what zod throws. */
export function readSingerMessage(value: unknown): TapMessage {
  const plain = plainRecord(value);
  if (plain !== null) return plain;
  const { type } = typed.parse(value);
  switch (type.toUpperCase()) {
    case "SCHEMA": {
      const message = schemas.SCHEMA.parse(value);
      const { properties = null, required = [], key_properties = [] } = message.schema;
      const keys = message.key_properties ?? key_properties;
      return { kind: "schema", stream: message.stream, properties, required, keys };
    }
    case "RECORD": {
      const message = schemas.RECORD.parse(value);
      return {
        kind: "record",
        stream: message.stream,
        record: message.record,
        version: String(message.version ?? ""),
      };
    }
    case "STATE": {
      const message = schemas.STATE.parse(value);
      return { kind: "state", part: "", value: message.value, message: JSON.stringify(message.value ?? {}) };
    }
    case "ACTIVATE_VERSION": {
      const message = schemas.ACTIVATE_VERSION.parse(value);
      return { kind: "activate", stream: message.stream, version: String(message.version) };
    }
    case "BATCH":
      return { kind: "batch" };
    default:
      return { kind: "other" };
  }
}

/** A record as nearly all are; a schema would look at every property of every one of them. */
function plainRecord(value: unknown): TapMessage | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, stream: name, record: values, version: stamp } = value as JsonRecord;
  if (type !== "RECORD" || typeof name !== "string" || name === "") return null;
  if (typeof values !== "object" || values === null || Array.isArray(values)) return null;
  if (stamp !== undefined && stamp !== null && typeof stamp !== "number" && typeof stamp !== "string") return null;
  return { kind: "record", stream: name, record: values as JsonRecord, version: String(stamp ?? "") };
}
