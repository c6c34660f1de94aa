import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ZodError } from "zod";
import { completeRecord } from "./complete-record.ts";
import { parseExact } from "./parse-exact.ts";
import { recordNames, schemaNames } from "./property-names.ts";
import { readAirbyteCatalog, readAirbyteMessage } from "./read-airbyte-message.ts";
import { readSingerMessage } from "./read-singer-message.ts";
import { singerErrors } from "./singer-errors.ts";
import { splitLines } from "./split-lines.ts";
import { StreamSpool } from "./stream-spool.ts";
import type { JsonRecord, TapFormat, TapMessage } from "./tap-message.ts";
import { TapStates } from "./tap-states.ts";

/** A stream as its schema, or its first record, shows it. */
export interface StreamShape {
  readonly stream: string;
  /** Properties that together identify a record; none = every record is one of its own. */
  readonly keys: readonly string[];
  /** Those of nested objects with dots. */
  readonly properties: readonly string[];
}

/** Records of one stream and version that wait for their commit, one JSON document a line. */
export interface StreamBatch extends StreamShape {
  readonly version: string;
  /** Whether the lines are the records themselves, or `{ "record": text, "key": text }`. */
  readonly mapped: boolean;
  readonly path: string;
  readonly records: number;
}

export interface Activation {
  readonly stream: string;
  readonly version: string;
}

/** What becomes of the messages. */
export interface Target {
  /** Whether a preset turns the stream's records into facts; others land as they are. */
  readonly isMapped: (stream: StreamShape) => boolean;
  /** Makes the records durable, and lets go of those that a newer version replaced. */
  readonly commit: (batches: readonly StreamBatch[], activated: readonly Activation[]) => Promise<void>;
  /** Whether a state may be given out on the way, and not only at the end. */
  readonly mayCheckpoint: () => boolean;
  /** All records before these states are durable. */
  readonly checkpoint: (states: TapStates) => Promise<void>;
  /** The tap wrote its last line; throws where it did not end well. */
  readonly ended: () => Promise<void>;
  readonly log: (text: string) => void;
}

export interface ReceiveOptions {
  readonly format: TapFormat;
  /** A folder of the run's own. */
  readonly spoolDir: string;
  /** An Airbyte catalog, for the keys of its streams. */
  readonly catalog?: unknown;
  /** The memory of the run before. */
  readonly saved?: unknown;
  /** Waiting records from which a state is worth a commit. */
  readonly batchRecords?: number;
  /** Waiting records of which no more are held. */
  readonly mostRecords?: number;
}

const BATCH_RECORDS = 50_000;
const MOST_RECORDS = 500_000;

/**
 * Reads a tap's messages to their end; the states that it returns were not given out yet, apart from checkpoints on the
 * way. Throws what `singerErrors` names, and what the target throws.
 */
export async function receiveMessages(
  chunks: AsyncIterable<Uint8Array>,
  target: Target,
  options: ReceiveOptions,
): Promise<TapStates> {
  const { batchRecords = BATCH_RECORDS, mostRecords = MOST_RECORDS } = options;
  const intake = new Intake(target, options);
  const read = options.format === "airbyte" ? readAirbyteMessage : (value: unknown) => [readSingerMessage(value)];
  if (options.catalog !== undefined) for (const message of readAirbyteCatalog(options.catalog)) intake.take(message, 0);
  for await (const { line, text } of splitLines(chunks)) {
    for (const message of messagesOf(line, text, read)) intake.take(message, line);
    const due = intake.waiting >= batchRecords && intake.states.hasNews && target.mayCheckpoint();
    if (!due && intake.waiting < mostRecords) continue;
    await intake.commit();
    if (due) await target.checkpoint(intake.states);
  }
  await target.ended();
  await intake.commit();
  return intake.states;
}

function messagesOf(
  line: number,
  text: string,
  read: (value: unknown) => readonly TapMessage[],
): readonly TapMessage[] {
  let value: unknown;
  try {
    value = parseExact(text);
  } catch (error) {
    throw singerErrors.notJson(line, error instanceof Error ? error.message : String(error));
  }
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const { path, message } = error.issues[0] ?? { path: [], message: "not a message" };
    throw singerErrors.badMessage(line, path.length === 0 ? message : `${path.join(".")}: ${message}`);
  }
}

interface OpenStream extends StreamShape {
  readonly required: readonly string[];
  readonly mapped: boolean;
}

/** Streams and records between two commits. */
class Intake {
  readonly states: TapStates;
  readonly #target: Target;
  readonly #options: ReceiveOptions;
  readonly #streams = new Map<string, OpenStream>();
  #spools = new Map<string, { readonly stream: string; readonly version: string; readonly spool: StreamSpool }>();
  #activated: Activation[] = [];
  #folder = "";
  #batches = 0;
  #waiting = 0;

  constructor(target: Target, options: ReceiveOptions) {
    this.#target = target;
    this.#options = options;
    this.states = new TapStates(options.saved);
  }

  get waiting(): number {
    return this.#waiting;
  }

  take(message: TapMessage, line: number): void {
    switch (message.kind) {
      case "schema":
        this.#open(message, line);
        return;
      case "record":
        this.#add(message, line);
        return;
      case "state":
        this.states.take(message.part, message.value, message.message);
        return;
      case "activate":
        this.#activated.push({ stream: message.stream, version: message.version });
        return;
      case "log":
        this.#target.log(message.text);
        return;
      case "failure":
        throw singerErrors.tapSaysFailed(message.text);
      case "batch":
        throw singerErrors.batchMessage(line);
      case "other":
    }
  }

  async commit(): Promise<void> {
    const batches: StreamBatch[] = [];
    for (const { stream, version, spool } of this.#spools.values()) {
      const { required: _required, ...shape } = this.#streams.get(stream) as OpenStream;
      const { records } = spool;
      await spool.finish();
      batches.push({ ...shape, version, path: spool.path, records });
    }
    const activated = this.#activated;
    const folder = this.#folder;
    this.#spools = new Map();
    this.#activated = [];
    this.#waiting = 0;
    if (batches.length > 0 || activated.length > 0) await this.#target.commit(batches, activated);
    if (folder !== "") await rm(folder, { recursive: true, force: true });
    this.#folder = "";
  }

  #open({ stream, properties, required, keys }: TapMessage & { readonly kind: "schema" }, line: number): void {
    if (properties === null) throw singerErrors.badSchema(stream, line);
    const before = this.#streams.get(stream);
    if (before !== undefined && before.keys.join("\n") !== keys.join("\n"))
      throw singerErrors.keyChanged(stream, line, before.keys, keys);
    const names = [...new Set([...(before?.properties ?? []), ...schemaNames(properties)])];
    const shape = { stream, keys, properties: names };
    // Records of a stream that wait already stay what they are.
    const mapped = this.#holds(stream) && before !== undefined ? before.mapped : this.#target.isMapped(shape);
    this.#streams.set(stream, { ...shape, required, mapped });
  }

  #holds(stream: string): boolean {
    return [...this.#spools.values()].some((waiting) => waiting.stream === stream);
  }

  #add({ stream, record, version }: TapMessage & { readonly kind: "record" }, line: number): void {
    const open = this.#streams.get(stream) ?? this.#openByRecord(stream, record, line);
    for (const property of open.keys)
      if (valueAt(record, property) === undefined || valueAt(record, property) === null)
        throw singerErrors.noKey(stream, line, property);
    for (const property of open.required)
      if (!(property in record)) throw singerErrors.missingProperty(stream, line, property);
    const key = open.keys.length === 0 ? "" : JSON.stringify(open.keys.map((property) => valueAt(record, property)));
    const name = `${stream}\n${version}`;
    const waiting = this.#spools.get(name);
    const spool = waiting?.spool ?? new StreamSpool(this.#newPath(stream, version, open.mapped));
    if (waiting === undefined) this.#spools.set(name, { stream, version, spool });
    spool.add(key, open.mapped ? this.#mappedLine(open, record, spool.lines === 0) : landedLine(record, key));
    this.#waiting += 1;
  }

  /** Airbyte's records need no schema. */
  #openByRecord(stream: string, record: JsonRecord, line: number): OpenStream {
    if (this.#options.format === "singer") throw singerErrors.recordBeforeSchema(stream, line);
    const shape = { stream, keys: [], properties: recordNames(record) };
    const open = { ...shape, required: [], mapped: this.#target.isMapped(shape) };
    this.#streams.set(stream, open);
    return open;
  }

  /**
   * The first record of a batch names every property of the schema, so that the columns are the same in each batch, and
   * makes the batch unlike any other: the same records again are news where others came between.
   */
  #mappedLine({ properties }: OpenStream, record: JsonRecord, first: boolean): string {
    if (!first) return JSON.stringify(record);
    return JSON.stringify({ ...completeRecord(record, properties), _leadline_batch: randomUUID() });
  }

  #newPath(stream: string, version: string, mapped: boolean): string {
    if (this.#folder === "") {
      this.#batches += 1;
      this.#folder = join(this.#options.spoolDir, String(this.#batches));
    }
    const folder = join(this.#folder, String(this.#spools.size));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return join(folder, mapped ? fileOfStream(stream, version) : "landed.ndjson");
  }
}

/** The name under which a stream's loads stand: a version keeps them apart, so that it can replace older ones. */
export function fileOfStream(stream: string, version: string): string {
  const plain = stream.replaceAll(/[^\p{L}\p{N}_.-]/gu, "_");
  return version === "" ? `${plain}.ndjson` : `${plain}@${version.replaceAll(/[^\w.-]/g, "_")}.ndjson`;
}

function landedLine(record: JsonRecord, key: string): string {
  return JSON.stringify({ record: JSON.stringify(record), key });
}

/** A key property, by its name or, in Airbyte's catalogs, its path. */
function valueAt(record: JsonRecord, property: string): unknown {
  if (property in record) return record[property];
  return property.split(".").reduce<unknown>((value, name) => (value as JsonRecord | null | undefined)?.[name], record);
}
