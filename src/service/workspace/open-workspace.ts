import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { takeDataLock } from "../../engine/data-lock.ts";
import type { Engine } from "../../engine/engine.ts";
import type { EngineTarget } from "../../engine/engine-target.ts";
import { migrate } from "../../engine/migrate.ts";
import { openEngine } from "../../engine/open-engine.ts";
import { inventoryReader } from "../../ingest/ledger/inventory-reader.ts";
import { cleanUncommitted } from "../../ingest/load/clean-uncommitted.ts";
import type { LoadedPresets } from "../../ingest/presets/load-presets.ts";
import type { LeadlineError } from "../../language/leadline-error.ts";
import { dateFormat } from "../../model/format/kept-formats.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { IsoDate } from "../../model/question.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { Store } from "../../store/open-store.ts";
import type { Catalogue } from "../catalogue/load-catalogue.ts";
import { goBySettings } from "../settings/go-by-settings.ts";
import { claimDatabase, endOrphans } from "./claim-server.ts";
import { readDefinitions } from "./definitions.ts";
import { lazyStore } from "./lazy-store.ts";
import { warehouseTarget, workspaceMark } from "./warehouse-target.ts";

/** The world that a service works in: the clock and the environment. */
export interface Surroundings {
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface OpenWorkspace {
  readonly dir: string;
  /** The workspace's own data: `<dir>/.leadline`. */
  readonly dataDir: string;
  readonly settings: Workspace;
  readonly catalogue: Catalogue;
  readonly presets: LoadedPresets;
  /** Wrong files of the workspace: the rest works without them. */
  readonly problems: readonly LeadlineError[];
  readonly engine: Engine;
  readonly now: () => Date;
  /** The day it is in the workspace's time zone. */
  readonly today: () => IsoDate;
  /** What is loaded and visible. */
  readonly inventory: () => Promise<Inventory>;
  /** What people make here; opened on first use. */
  readonly store: () => Promise<Store>;
  /**
   * Reads settings, definitions and presets anew; what is asked from now on goes by them. Throws what `readSettings` throws,
   * and then all stays as it was.
   */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

/** The day in a time zone at an instant. */
export function dayIn(timezone: string, at: Date): IsoDate {
  return dateFormat("sv-SE", { timeZone: timezone, dateStyle: "short" }).format(at);
}

/** Opens a workspace's settings, definitions, presets and warehouse; the caller closes it. */
export async function openWorkspace(dir: string, { now, env }: Surroundings): Promise<OpenWorkspace> {
  let definitions = readDefinitions(dir);
  const { settings } = definitions;
  const dataDir = join(dir, ".leadline");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const engine = await openWarehouse(warehouseTarget(settings, dataDir, env), dataDir);
  try {
    await migrate(engine);
    await cleanUncommitted(engine);
    await goBySettings({
      engine,
      settings,
      now,
      get presets() {
        return definitions.presets;
      },
    });
    let inventory = inventoryReader(engine, settings);
    const { store, close: closeStore } = lazyStore(dataDir, now);
    return {
      dir,
      dataDir,
      get settings() {
        return definitions.settings;
      },
      get catalogue() {
        return definitions.catalogue;
      },
      get presets() {
        return definitions.presets;
      },
      get problems() {
        return definitions.problems;
      },
      engine,
      now,
      today: () => dayIn(definitions.settings.timezone, now()),
      inventory: () => inventory(),
      store,
      reload() {
        definitions = readDefinitions(dir);
        inventory = inventoryReader(engine, definitions.settings);
      },
      async close() {
        await closeStore();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** One process at a time holds a workspace; embedded, the engine's own folder says so. */
async function openWarehouse(target: EngineTarget, dataDir: string): Promise<Engine> {
  if ("path" in target) return openEngine(target);
  const release = takeDataLock(dataDir);
  try {
    const engine = await openEngine(target);
    const close = async (): Promise<void> => {
      await engine.close();
      release();
    };
    try {
      await claimDatabase(engine, workspaceMark(dataDir));
      await endOrphans(engine);
      return { ...engine, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}
