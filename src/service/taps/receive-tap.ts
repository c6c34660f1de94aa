import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ListedLoad, listLoads } from "../../ingest/load/list-sources.ts";
import { loadFile } from "../../ingest/load/load-file.ts";
import type { LoadOutcome } from "../../ingest/load/load-outcome.ts";
import { revertLoad } from "../../ingest/load/revert-load.ts";
import { dropLanded } from "../../ingest/singer/drop-landed.ts";
import { landRecords } from "../../ingest/singer/land-records.ts";
import { type LandedStream, landedStreams, writeLanded } from "../../ingest/singer/landed-streams.ts";
import {
  type Activation,
  fileOfStream,
  receiveMessages,
  type StreamBatch,
  type StreamShape,
} from "../../ingest/singer/receive-messages.ts";
import { type StreamPreset, streamPreset } from "../../ingest/singer/stream-preset.ts";
import type { TapFormat } from "../../ingest/singer/tap-message.ts";
import type { TapStates } from "../../ingest/singer/tap-states.ts";
import { finishLoads } from "../sources/load-files.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { OpenLoads } from "./open-loads.ts";

export interface TapOptions {
  readonly connection: string;
  readonly format: TapFormat;
  /** Only this preset; without it every preset that names a stream. */
  readonly preset?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Everything before these states is durable. */
  readonly onStates: (states: TapStates) => void | Promise<void>;
  readonly log: (text: string) => void;
  /** Throws where the tap did not end well; nothing after the last checkpoint is kept then. */
  readonly ended?: () => Promise<void>;
  readonly catalog?: unknown;
  /** The memory that the tap was given. */
  readonly saved?: unknown;
  /**
   * Whether `onStates` keeps what it is given for good: then the very moment of a kill tells nothing, since what the next
   * run is given says whether it begins anew. Otherwise a state counts as given out just before it is.
   */
  readonly keepsStates?: boolean;
  readonly batchRecords?: number;
  readonly mostRecords?: number;
}

/** What became of the records of a stream. */
export interface StreamOutcome {
  readonly stream: string;
  /** Records received, of those with the same key the last. */
  readonly records: number;
  /** The preset that made facts of them; null: they landed as they are. */
  readonly preset: string | null;
  readonly rows_loaded: number;
  readonly rows_quarantined: number;
  readonly facts: Readonly<Record<string, number>>;
  readonly loads: readonly string[];
}

export interface TapOutcome {
  readonly connection: string;
  readonly streams: readonly StreamOutcome[];
  /** Whether the tap's memory was moved on. */
  readonly state_advanced: boolean;
}

/**
 * Takes in what a tap writes. Records of streams that a preset names become facts by the road of files; others land. All
 * since the last state that was given out counts, or none of it. Throws what `receiveMessages` and the loads throw.
 */
export async function receiveTap(
  workspace: OpenWorkspace,
  chunks: AsyncIterable<Uint8Array>,
  options: TapOptions,
): Promise<TapOutcome> {
  const taps = join(workspace.dataDir, "taps");
  await mkdir(taps, { recursive: true, mode: 0o700 });
  for (const name of await readdir(taps))
    if (name.startsWith("spool-")) await rm(join(taps, name), { recursive: true, force: true });
  const spoolDir = join(taps, `spool-${process.pid}-${Date.now()}`);
  const run = new TapRun(workspace, spoolDir, options);
  try {
    await mkdir(spoolDir, { mode: 0o700 });
    await run.takeBackLeft();
    const states = await receiveMessages(chunks, run, { ...options, spoolDir });
    await run.checkpoint(states);
    return run.outcome();
  } catch (error) {
    await run.takeBack();
    throw error;
  } finally {
    await rm(spoolDir, { recursive: true, force: true });
    await finishLoads(workspace);
  }
}

const TAKEN_BACK = {
  en: {
    own: (loads: number) => `Taken back: ${loads} loads of this run.`,
    left: (loads: number) =>
      `Taken back: ${loads} loads of a run that was killed before its state came out; their records come again.`,
  },
  zh: {
    own: (loads: number) => `已撤回本次运行的 ${loads} 次加载。`,
    left: (loads: number) => `上一次运行在输出同步位置之前被强制结束，已撤回其 ${loads} 次加载；这些记录会再次带来。`,
  },
} as const;

class TapRun {
  readonly log: TapOptions["log"];
  readonly ended: () => Promise<void>;
  readonly #workspace: OpenWorkspace;
  readonly #spoolDir: string;
  readonly #options: TapOptions;
  readonly #presets = new Map<string, StreamPreset | null>();
  readonly #outcomes = new Map<string, StreamOutcome>();
  readonly #open: OpenLoads;
  /** Tells the records of this run from those of others. */
  readonly #run = randomUUID();
  #activated: Activation[] = [];
  /** Loads that no state was given out for yet. */
  #loads: string[] = [];
  #advanced = false;

  constructor(workspace: OpenWorkspace, spoolDir: string, options: TapOptions) {
    this.#workspace = workspace;
    this.#spoolDir = spoolDir;
    this.#options = options;
    this.#open = new OpenLoads(
      workspace,
      options.connection,
      options.keepsStates ? (options.saved ?? null) : undefined,
    );
    this.log = options.log;
    this.ended = options.ended ?? (async () => {});
  }

  /** Daily figures land first: their stream's rows are mapped together, so that the newest row of each key counts. */
  readonly isMapped = (shape: StreamShape): boolean => {
    const found = streamPreset(this.#workspace.presets, shape, this.#options.preset);
    this.#presets.set(shape.stream, found);
    return found !== null && !found.isSegment;
  };

  readonly commit = async (batches: readonly StreamBatch[], activated: readonly Activation[]): Promise<void> => {
    await this.#open.announce(batches.map(({ stream, version }) => fileOfStream(stream, version)));
    for (const batch of batches) {
      if (batch.mapped) await this.#load(batch);
      else await this.#land(batch);
    }
    this.#activated.push(...activated);
  };

  /** Streams of daily figures are mapped whole, and that but once. */
  readonly mayCheckpoint = (): boolean => ![...this.#presets.values()].some((found) => found?.isSegment);

  readonly checkpoint = async (states: TapStates): Promise<void> => {
    await this.#letGo();
    const replaced = await this.#mapFigures();
    this.#loads = [];
    this.#advanced ||= states.hasNews;
    if (!this.#options.keepsStates) this.#open.strike();
    await this.#options.onStates(states);
    this.#open.strike();
    // What stood before goes last: until the state is out, this run may be taken back.
    for (const loadId of replaced) await revertLoad(this.#workspace, loadId);
    await this.#mapLeftover();
  };

  outcome(): TapOutcome {
    return {
      connection: this.#options.connection,
      streams: [...this.#outcomes.values()],
      state_advanced: this.#advanced,
    };
  }

  /**
   * What a run that was killed stored without giving out its state does not count: its records come again, and those
   * without a key would stand twice.
   */
  async takeBackLeft(): Promise<void> {
    const left = await this.#open.left();
    for (const { load_id } of left) await revertLoad(this.#workspace, load_id);
    if (left.length > 0) this.log(TAKEN_BACK[this.#workspace.settings.language].left(left.length));
    this.#open.strike();
  }

  /** What came since the last checkpoint does not count. */
  async takeBack(): Promise<void> {
    for (const loadId of this.#loads.toReversed()) await revertLoad(this.#workspace, loadId);
    if (this.#loads.length > 0) this.log(TAKEN_BACK[this.#workspace.settings.language].own(this.#loads.length));
    this.#loads = [];
    this.#open.strike();
  }

  async #load(batch: StreamBatch): Promise<void> {
    const found = this.#presets.get(batch.stream);
    if (!found) throw new Error(`the stream ${batch.stream} has no preset`);
    const loaded = await this.#loadFile(batch.path, found);
    if (loaded.status === "committed" && loaded.load_id !== null) this.#loads.push(loaded.load_id);
    this.#count(batch.stream, batch.records, found.preset.id, loaded);
  }

  #loadFile(path: string, { presets, preset }: StreamPreset, landed = false): Promise<LoadOutcome> {
    const { engine, settings, now, dataDir } = this.#workspace;
    const known = Object.entries(this.#options.settings ?? {}).filter(([key]) => key in preset.settings);
    return loadFile({ engine, settings, now, dataDir, presets }, path, {
      connection: this.#options.connection,
      settings: Object.fromEntries(known),
      deferBuild: true,
      landed,
    });
  }

  async #land(batch: StreamBatch): Promise<void> {
    const { loadId, rowsLoaded } = await landRecords(this.#workspace, batch, this.#options.connection, this.#run);
    this.#loads.push(loadId);
    this.#count(batch.stream, batch.records, null, { load_id: loadId, rows_loaded: rowsLoaded });
  }

  #count(stream: string, records: number, preset: string | null, loaded: Partial<LoadOutcome>): void {
    const before = this.#outcomes.get(stream);
    const facts: Record<string, number> = { ...before?.facts };
    for (const [fact, rows] of Object.entries(loaded.facts ?? {})) facts[fact] = (facts[fact] ?? 0) + rows;
    this.#outcomes.set(stream, {
      stream,
      records: (before?.records ?? 0) + records,
      preset: preset ?? before?.preset ?? null,
      rows_loaded: (before?.rows_loaded ?? 0) + (loaded.rows_loaded ?? 0),
      rows_quarantined: (before?.rows_quarantined ?? 0) + (loaded.rows_quarantined ?? 0),
      facts,
      loads: [...(before?.loads ?? []), ...(loaded.load_id ? [loaded.load_id] : [])],
    });
  }

  /** A version that was activated replaces the older ones: their loads are taken back, and could be brought again. */
  async #letGo(): Promise<void> {
    const activated = this.#activated;
    this.#activated = [];
    for (const { stream, version } of activated)
      for (const load of await this.#standing())
        if (isOlder(load.file, stream, version)) await revertLoad(this.#workspace, load.load_id);
  }

  async #standing(): Promise<(ListedLoad & { readonly system: string })[]> {
    const loads = await listLoads(this.#workspace.engine);
    return loads.filter(({ connection, status }) => connection === this.#options.connection && status !== "reverted");
  }

  /**
   * Daily figures that landed become facts: each stream whole, in the place of the loads that held it before, which are
   * returned.
   */
  async #mapFigures(): Promise<readonly string[]> {
    const replaced: string[] = [];
    for (const { stream, found } of await this.#readable()) {
      if (!found.isSegment) continue;
      const file = fileOfStream(stream.stream, "");
      const newest = Math.max(...stream.loads.map(({ loadNo }) => loadNo));
      const before = (await this.#standing()).filter(
        (load) => load.system === found.preset.system && load.file === file,
      );
      if (before.some(({ load_no }) => load_no > newest)) continue;
      await this.#open.announce([file]);
      const loaded = await this.#mapStream(stream, found);
      if (loaded.status !== "committed" || loaded.load_id === null) continue;
      this.#loads.push(loaded.load_id);
      replaced.push(...before.map(({ load_id }) => load_id));
    }
    return replaced;
  }

  /** Other streams that landed before a preset read them become facts; no tap sends their records again. */
  async #mapLeftover(): Promise<void> {
    for (const { stream, found } of await this.#readable()) {
      if (found.isSegment) continue;
      const { status } = await this.#mapStream(stream, found);
      if (status === "committed") await dropLanded(this.#workspace, stream);
    }
  }

  /** The connection's landed streams that a preset reads. */
  async #readable(): Promise<readonly { readonly stream: LandedStream; readonly found: StreamPreset }[]> {
    const landed = await landedStreams(this.#workspace.engine);
    return landed.flatMap((stream) => {
      if (stream.connection !== this.#options.connection) return [];
      const found =
        this.#presets.get(stream.stream) ?? streamPreset(this.#workspace.presets, stream, this.#options.preset);
      return found === null ? [] : [{ stream, found }];
    });
  }

  async #mapStream(stream: LandedStream, found: StreamPreset): Promise<LoadOutcome> {
    const path = join(this.#spoolDir, fileOfStream(stream.stream, ""));
    await writeLanded(this.#workspace.engine, stream, found.runReplaces, path);
    const loaded = await this.#loadFile(path, found, true);
    await rm(path, { force: true });
    this.#count(stream.stream, 0, found.preset.id, { ...loaded, rows_loaded: 0 });
    return loaded;
  }
}

function isOlder(file: string, stream: string, version: string): boolean {
  const [plain = "", named = ""] = [fileOfStream(stream, ""), fileOfStream(stream, version)];
  const stem = plain.slice(0, -".ndjson".length);
  if (file === named || !file.startsWith(`${stem}@`)) return false;
  const other = file.slice(stem.length + 1, -".ndjson".length);
  const [was, is] = [Number(other), Number(version)];
  return Number.isNaN(was) || Number.isNaN(is) ? true : was < is;
}
