import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Engine } from "../../engine/engine.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { hash128 } from "../../sql/derive/keys.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { replayLedger } from "../ledger/replay-ledger.ts";
import { LANDED_SYSTEM } from "../load/landed-system.ts";
import type { LoadMeta } from "../load/load-meta.ts";
import { oneAtATime } from "../load/one-at-a-time.ts";
import { pageRows } from "../load/page-rows.ts";
import { completeRecord } from "./complete-record.ts";
import { parseExact } from "./parse-exact.ts";
import type { StreamShape } from "./receive-messages.ts";
import type { JsonRecord } from "./tap-message.ts";

interface LandedLoad {
  readonly loadNo: number;
  readonly loadId: string;
  readonly version: string;
  /** The run that brought it. */
  readonly run: string;
}

/** A stream whose records stand as a tap sent them. */
export interface LandedStream extends StreamShape {
  readonly connection: string;
  /** The loads that hold them, in their order. */
  readonly loads: readonly LandedLoad[];
  /** Records, of those with the same key the newest. */
  readonly records: number;
}

/** What has landed, by connection and stream. */
export async function landedStreams(engine: Engine): Promise<LandedStream[]> {
  const { events, loads } = await readLedger(engine);
  const { live } = replayLedger(events, loads);
  const landed = loads.filter(({ system, loadNo }) => system === LANDED_SYSTEM && live.includes(loadNo));
  if (landed.length === 0) return [];
  const stored = await engine.query<{ load_no: number; meta: string }>(
    `SELECT load_no, meta FROM load WHERE load_no IN (${landed.map(({ loadNo }) => loadNo).join(", ")})`,
  );
  const settings = new Map(stored.map(({ load_no, meta }) => [load_no, (JSON.parse(meta) as LoadMeta).settings]));
  const groups = Map.groupBy(landed, ({ connection, loadNo }) =>
    JSON.stringify([connection, settings.get(loadNo)?.stream ?? ""]),
  );
  const streams: LandedStream[] = [];
  for (const [name, own] of groups) {
    const [connection = "", stream = ""] = JSON.parse(name) as string[];
    const last = settings.get(own.at(-1)?.loadNo ?? 0);
    const shape = {
      stream,
      keys: JSON.parse(last?.keys ?? "[]") as string[],
      properties: JSON.parse(last?.properties ?? "[]") as string[],
      connection,
      loads: own.map(({ loadNo, loadId }) => ({
        loadNo,
        loadId,
        version: settings.get(loadNo)?.version ?? "",
        run: settings.get(loadNo)?.run ?? loadId,
      })),
    };
    const [row] = await engine.query<{ n: string }>(`SELECT count() AS n FROM (${newestOf(shape.loads)})`);
    streams.push({ ...shape, records: Number(row?.n ?? 0) });
  }
  return streams;
}

/**
 * Writes the standing records of a landed stream as a file of one record a line. Of records that are alike in the
 * properties `runReplaces` those of the newest run stand.
 */
export function writeLanded(
  engine: Engine,
  { loads, properties }: LandedStream,
  runReplaces: readonly string[],
  path: string,
): Promise<void> {
  return oneAtATime(engine, async () => {
    const out = createWriteStream(path, { mode: 0o600 });
    let first = true;
    for await (const rows of pageRows<{ record: string }>(engine, newestOf(loads, runReplaces))) {
      const lines = rows.map(({ record }) => record);
      if (first) lines[0] = JSON.stringify(completeRecord(parseExact(lines[0] ?? "{}") as JsonRecord, properties));
      first = false;
      if (!out.write(lines.map((line) => `${line}\n`).join(""))) await once(out, "drain");
    }
    out.end();
    await once(out, "finish");
  });
}

function newestOf(loads: readonly LandedLoad[], runReplaces: readonly string[] = []): string {
  const numbers = loads.map(({ loadNo }) => loadNo).join(", ");
  const standing = `load_no IN (${numbers}) AND verdict = 'data'`;
  return `SELECT record FROM (
    SELECT cells[1] AS record, load_no, line FROM raw_row WHERE ${standing}${ofNewestRun(loads, runReplaces, standing)}
    ORDER BY load_no DESC, line DESC
    LIMIT 1 BY if(cells[2] = '', concat(toString(load_no), ':', toString(line)), cells[2])
  ) ORDER BY load_no, line`;
}

/** Condition for the rows of the newest run of those that brought records alike in the properties. */
function ofNewestRun(loads: readonly LandedLoad[], properties: readonly string[], standing: string): string {
  if (properties.length === 0) return "";
  const runs = [...new Set(loads.map(({ run }) => run))];
  const numbers = loads.map(({ loadNo }) => loadNo);
  const run = `transform(load_no, [${numbers.join(", ")}], [${loads.map((load) => runs.indexOf(load.run)).join(", ")}], -1)`;
  const part = hash128(...properties.map((name) => `JSONExtractRaw(cells[1], ${jsonPath(name)})`));
  return ` AND (${part}, ${run}) IN (SELECT ${part} AS part, max(${run}) FROM raw_row WHERE ${standing} GROUP BY part)`;
}

/** Properties of nested objects have names with dots. */
function jsonPath(name: string): string {
  return name.split(".").map(textLiteral).join(", ");
}
