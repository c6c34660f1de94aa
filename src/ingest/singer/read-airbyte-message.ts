import { z } from "zod";
import type { TapMessage } from "./tap-message.ts";

const typed = z.object({ type: z.string() });
const withCatalog = z.object({ catalog: z.unknown() });
const record = z.record(z.string(), z.unknown());
const name = { name: z.string().min(1), namespace: z.string().nullish() };

/** https://docs.airbyte.com/understanding-airbyte/airbyte-protocol */
const schemas = {
  RECORD: z.object({
    record: z.object({ stream: z.string().min(1), namespace: z.string().nullish(), data: record }),
  }),
  STATE: z.object({
    state: z.looseObject({
      type: z.enum(["LEGACY", "STREAM", "GLOBAL"]).nullish(),
      data: z.unknown().optional(),
      stream: z.looseObject({ stream_descriptor: z.object(name) }).nullish(),
      global: z.unknown().optional(),
    }),
  }),
  LOG: z.object({ log: z.object({ level: z.string(), message: z.string() }) }),
  TRACE: z.object({
    trace: z.object({
      type: z.string(),
      error: z.object({ message: z.string().nullish(), internal_message: z.string().nullish() }).nullish(),
    }),
  }),
} as const;

/** One stream of an Airbyte catalog, configured or not. */
const catalogStream = z.object({
  stream: z
    .object({
      ...name,
      json_schema: z.object({ properties: record.optional() }).optional(),
      source_defined_primary_key: z.array(z.array(z.string())).nullish(),
    })
    .optional(),
  primary_key: z.array(z.array(z.string())).nullish(),
});
const catalog = z.object({
  streams: z.array(z.union([catalogStream.required({ stream: true }), catalogStream.shape.stream.unwrap()])),
});

/** The messages that an Airbyte message stands for: a catalog gives one for each stream. Throws what zod throws. */
export function readAirbyteMessage(value: unknown): readonly TapMessage[] {
  const { type } = typed.parse(value);
  switch (type.toUpperCase()) {
    case "RECORD": {
      const message = schemas.RECORD.parse(value).record;
      return [
        { kind: "record", stream: streamName(message.stream, message.namespace), record: message.data, version: "" },
      ];
    }
    case "STATE":
      return [stateMessage(value)];
    case "LOG": {
      const { log } = schemas.LOG.parse(value);
      return [{ kind: "log", text: `${log.level} ${log.message}` }];
    }
    case "TRACE": {
      const { trace } = schemas.TRACE.parse(value);
      if (trace.type.toUpperCase() !== "ERROR") return [];
      return [{ kind: "failure", text: trace.error?.message ?? trace.error?.internal_message ?? "no reason given" }];
    }
    case "CATALOG":
      return readAirbyteCatalog(withCatalog.parse(value).catalog);
    case "CONTROL":
      return [
        { kind: "log", text: "WARN The connector asks to change its configuration, which is not done by itself." },
      ];
    default:
      return [];
  }
}

/** The streams of a catalog or a configured catalog, with their keys. */
export function readAirbyteCatalog(value: unknown): readonly TapMessage[] {
  return catalog.parse(value).streams.map((entry) => {
    const stream = "stream" in entry ? entry.stream : entry;
    const chosen = "primary_key" in entry ? entry.primary_key : null;
    const keys = chosen?.length ? chosen : (stream.source_defined_primary_key ?? []);
    return {
      kind: "schema",
      stream: streamName(stream.name, stream.namespace),
      properties: stream.json_schema?.properties ?? {},
      required: [],
      keys: keys.map((path) => path.join(".")),
    };
  });
}

function stateMessage(value: unknown): TapMessage {
  const { state } = schemas.STATE.parse(value);
  const message = JSON.stringify(value);
  const type = state.type ?? "LEGACY";
  if (type === "LEGACY") return { kind: "state", part: "", value: state.data, message };
  if (type === "GLOBAL" || !state.stream) return { kind: "state", part: "global", value: state, message };
  const { name: stream, namespace } = state.stream.stream_descriptor;
  return { kind: "state", part: `stream:${streamName(stream, namespace)}`, value: state, message };
}

function streamName(stream: string, namespace: string | null | undefined): string {
  return namespace ? `${namespace}.${stream}` : stream;
}
