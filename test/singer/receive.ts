import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { landedStreams } from "../../src/ingest/singer/landed-streams.ts";
import { receiveTap, type TapOptions, type TapOutcome } from "../../src/service/taps/receive-tap.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

export interface Received {
  readonly outcome: TapOutcome | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** What came out for the tap's next run. */
  readonly states: readonly unknown[];
}

export interface TapWorkspace {
  readonly team: TestWorkspace;
  readonly receive: (
    messages: string | readonly object[],
    options?: Partial<Omit<TapOptions, "onStates" | "log">>,
  ) => Promise<Received>;
  /** The standing records of a landed stream. */
  readonly landed: (stream: string, connection?: string) => Promise<unknown[]>;
  /** Loads that count. */
  readonly loads: () => Promise<number>;
}

/** A workspace with a preset for the streams `contacts` and `ad_days`, or one without, with settings of its own. */
export async function tapWorkspace(settings?: Readonly<Record<string, string>>): Promise<TapWorkspace> {
  const template = settings === undefined ? `${import.meta.dirname}/workspace` : templateOf(settings);
  const team = await testWorkspace(template);
  const { engine } = team.workspace;
  return {
    team,
    async receive(messages, options = {}) {
      const text =
        typeof messages === "string" ? messages : messages.map((each) => `${JSON.stringify(each)}\n`).join("");
      const states: unknown[] = [];
      try {
        const outcome = await receiveTap(team.workspace, Readable.from([Buffer.from(text)]), {
          connection: "test",
          format: "singer",
          ...options,
          onStates: (given) => void states.push(...given.giveOut().map((message) => JSON.parse(message))),
          log: () => {},
        });
        return { outcome, error: null, states };
      } catch (error) {
        return { outcome: null, error: error as Received["error"], states };
      }
    },
    async landed(stream, connection = "test") {
      const found = (await landedStreams(engine)).find(
        (each) => each.stream === stream && each.connection === connection,
      );
      if (!found) return [];
      const rows = await engine.query<{ record: string; key: string; load_no: number; line: string }>(
        `SELECT cells[1] AS record, cells[2] AS key, load_no, line FROM raw_row
         WHERE load_no IN (${found.loads.map(({ loadNo }) => loadNo).join(", ")}) ORDER BY load_no, line`,
      );
      const standing = new Map(rows.map((row) => [row.key || `${row.load_no} ${row.line}`, JSON.parse(row.record)]));
      if (standing.size !== found.records)
        throw new Error(`${stream}: ${found.records} records said, ${standing.size} stand`);
      return [...standing.values()];
    },
    async loads() {
      const [row] = await engine.query<{ n: string }>(
        `SELECT countIf(event = 'commit') - countIf(event = 'revert') AS n FROM ledger`,
      );
      return Number(row?.n);
    },
  };
}

function templateOf(settings: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), "leadline-taps-"));
  writeFileSync(join(dir, "leadline.yaml"), JSON.stringify({ name: "Taps", currency: "EUR", ...settings }));
  return dir;
}
