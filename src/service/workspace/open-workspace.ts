import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Engine } from "../../engine/engine.ts";
import type { EngineTarget } from "../../engine/engine-target.ts";
import { migrate } from "../../engine/migrate.ts";
import { openEngine } from "../../engine/open-engine.ts";
import { inventoryReader } from "../../ingest/ledger/inventory-reader.ts";
import { cleanUncommitted } from "../../ingest/load/clean-uncommitted.ts";
import { refreshDerived } from "../../ingest/load/commit-event.ts";
import { type LoadedPresets, loadPresets } from "../../ingest/presets/load-presets.ts";
import type { LeadlineError } from "../../language/leadline-error.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { IsoDate } from "../../model/question.ts";
import type { Workspace } from "../../model/workspace.ts";
import { type Catalogue, loadCatalogue } from "../catalogue/load-catalogue.ts";
import { readSettings } from "./read-settings.ts";

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
  readonly close: () => Promise<void>;
}

/** The package's own folder: catalogue and presets stand in it. */
export const PRODUCT_ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The day in a time zone at an instant. */
export function dayIn(timezone: string, at: Date): IsoDate {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" }).format(at);
}

/** Opens a workspace's settings, definitions, presets and warehouse; the caller closes it. */
export async function openWorkspace(dir: string, { now, env }: Surroundings): Promise<OpenWorkspace> {
  const settings = readSettings(dir);
  const dataDir = join(dir, ".leadline");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const catalogue = loadCatalogue({ productDir: PRODUCT_ROOT, workspaceDir: dir, boards: settings.boards });
  const presets = loadPresets(PRODUCT_ROOT, dir);
  const engine = await openEngine(warehouseTarget(settings, dataDir, env));
  try {
    await migrate(engine);
    const site = { engine, settings, now };
    await cleanUncommitted(engine);
    await refreshDerived(site);
    return {
      dir,
      dataDir,
      settings,
      catalogue,
      presets,
      problems: [...catalogue.problems, ...presets.problems],
      engine,
      now,
      today: () => dayIn(settings.timezone, now()),
      inventory: inventoryReader(engine, settings),
      close: () => engine.close(),
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Embedded in the workspace, or the server that `warehouse.url` or `CLICKHOUSE_URL` names. */
export function warehouseTarget(settings: Workspace, dataDir: string, env: Surroundings["env"]): EngineTarget {
  const url = settings.warehouse.url ?? env.CLICKHOUSE_URL;
  if (!url) return { path: join(dataDir, "warehouse") };
  return { url, ...(settings.warehouse.database && { database: settings.warehouse.database }) };
}
