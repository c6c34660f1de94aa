import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  BOARD_KPIS,
  BOARD_QUESTION,
  type BoardValues,
  differences,
  valuesOfAnswer,
} from "../../bench/board/board-values.ts";
import { clickhouseRival } from "../../bench/board/clickhouse-rival.ts";
import { duckdbRival, exportToDuckdb } from "../../bench/board/duckdb-rival.ts";
import { benchWorkspace } from "../../bench/lib/warehouse.ts";
import { ask } from "../../src/service/questions/ask.ts";
import type { OpenWorkspace } from "../../src/service/workspace/open-workspace.ts";

const parent = mkdtempSync(join(tmpdir(), "leadline-board-"));
let workspace: OpenWorkspace;
let board: BoardValues;

beforeAll(async () => {
  workspace = await benchWorkspace(join(parent, "workspace"), 20_000);
  board = valuesOfAnswer(await ask(workspace, BOARD_QUESTION));
});

afterAll(async () => {
  await workspace.close();
  rmSync(parent, { recursive: true, force: true });
});

const months = Array.from({ length: 13 }, (_, month) =>
  new Date(Date.UTC(2025, 9 + month, 1)).toISOString().slice(0, 10),
);

describe("the CMO board of twelve months", () => {
  test("has a value for each KPI in thirteen months and two years, but none for customers where nobody was won", () => {
    const all = ["this year", "last year", ...months].flatMap((period) => BOARD_KPIS.map((kpi) => `${period} ${kpi}`));
    expect(all.filter((key) => !board.has(key))).toEqual(["2026-08-01 ltv_cac"]);
    expect(board.size).toBe(all.length - 1);
  });

  test("is what a query by hand finds on the same tables", async () => {
    const rival = clickhouseRival(workspace, await workspace.inventory());
    expect(differences(board, await rival())).toEqual([]);
  });

  test("is what DuckDB finds in the same rows with SQL of its own", async () => {
    const file = await exportToDuckdb(workspace, (await workspace.inventory()).buildNo);
    const rival = await duckdbRival(file);
    expect(differences(board, await rival.ask())).toEqual([]);
    rival.close();
  });

  test("stands again when its workspace is opened a second time", async () => {
    await workspace.close();
    workspace = await benchWorkspace(join(parent, "workspace"), 20_000);
    expect(differences(board, valuesOfAnswer(await ask(workspace, BOARD_QUESTION)))).toEqual([]);
  });

  test("is told apart from another by a single value", () => {
    const [key = "", value = 0] = [...board][0] ?? [];
    expect(differences(board, new Map([...board, [key, value * (1 + 1e-8)]]))).toHaveLength(1);
    expect(differences(board, new Map([...board].slice(1)))).toHaveLength(1);
  });
});
