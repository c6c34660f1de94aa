import { join } from "node:path";
import { ask } from "../../src/service/questions/ask.ts";
import { planFor } from "../../src/service/questions/plan-for.ts";
import { questionStatement } from "../../src/sql/question/question-statement.ts";
import { DATA } from "../lib/results.ts";
import { benchWorkspace } from "../lib/warehouse.ts";
import { BOARD_KPIS, BOARD_QUESTION, type BoardValues, valuesOfAnswer } from "./board-values.ts";
import { clickhouseRival } from "./clickhouse-rival.ts";
import { type DrizzleCubeRival, drizzleCubeRival } from "./drizzle-cube-rival.ts";
import { duckdbRival, exportToDuckdb } from "./duckdb-rival.ts";

/** KPIs that drizzle-cube can express: survival, and so LTV, is beyond it. */
export const EXPRESSIBLE = BOARD_KPIS.filter((kpi) => !kpi.startsWith("ltv"));

export const RIVALS = ["leadline", "statement", "clickhouse", "duckdb", "leadlineEight", "drizzleCube"] as const;
/** `statement`: Leadline's SQL alone. `leadlineEight`: Leadline asked for what drizzle-cube can express. */
export type RivalName = (typeof RIVALS)[number];

export interface BoardRivals {
  readonly ask: Readonly<Record<RivalName, () => Promise<BoardValues>>>;
  /** The milliseconds that a process of its own says it took for its last board; null for the others. */
  readonly ownTime: (name: RivalName) => number | null;
  readonly engine: string;
  readonly close: () => Promise<void>;
}

/** The rivals on a workspace with so many sessions; it and the copies of its rows are made where they are missing. */
export async function boardRivals(sessions: number, wanted: readonly RivalName[] = RIVALS): Promise<BoardRivals> {
  const workspace = await benchWorkspace(join(DATA, `ws-${sessions}`), sessions);
  const inventory = await workspace.inventory();
  const file = await exportToDuckdb(workspace, inventory.buildNo);
  const duckdb = wanted.includes("duckdb") ? await duckdbRival(file) : null;
  const drizzle: DrizzleCubeRival | null = wanted.includes("drizzleCube") ? await drizzleCubeRival(file) : null;
  const absent = (): never => {
    throw new Error("this rival was not asked for");
  };
  const statement = questionStatement(await planFor(workspace, BOARD_QUESTION));
  return {
    engine: workspace.engine.version,
    ask: {
      leadline: async () => valuesOfAnswer(await ask(workspace, BOARD_QUESTION)),
      statement: async () => {
        if (statement !== null) await workspace.engine.union(statement.selects, statement.parameters);
        return new Map();
      },
      clickhouse: clickhouseRival(workspace, inventory),
      duckdb: duckdb?.ask ?? absent,
      leadlineEight: async () => valuesOfAnswer(await ask(workspace, { ...BOARD_QUESTION, kpis: EXPRESSIBLE })),
      drizzleCube: drizzle?.ask ?? absent,
    },
    ownTime: (name) => (name === "drizzleCube" ? (drizzle?.lastMilliseconds() ?? null) : null),
    close: async () => {
      duckdb?.close();
      drizzle?.close();
      await workspace.close();
    },
  };
}
