import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestWorkspace, testWorkspace } from "../../../test/support/workspace.ts";
import { FACT_IDS, isFactId } from "../../model/facts.ts";

const PRESETS = join(import.meta.dirname, "../../../presets");

/** `expected/<sample>.json`: what a sample must give, written by hand. Columns that are not named may hold anything. */
interface Expected {
  readonly sample: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly rows: {
    readonly read: number;
    readonly loaded: number;
    readonly quarantined: number;
    readonly skipped: number;
  };
  /** Per checked column whether the file's own total agrees. */
  readonly totals?: Readonly<Record<string, boolean>>;
  readonly facts: Readonly<Record<string, readonly Readonly<Record<string, string | null | readonly string[]>>[]>>;
}

const cases = readdirSync(PRESETS).flatMap((system) => {
  const files = readdirSync(join(PRESETS, system));
  if (!files.includes("preset.yaml")) return [];
  return readdirSync(join(PRESETS, system, "expected")).map((name) => {
    const expected: Expected = JSON.parse(readFileSync(join(PRESETS, system, "expected", name), "utf8"));
    return {
      name: `${system}/${expected.sample}`,
      path: join(PRESETS, system, "sample", expected.sample),
      system,
      expected,
    };
  });
});

describe("every sample of every preset gives the facts written down for it", () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(() => workspace.close());

  test("there is no sample without expected facts", () => {
    const samples = [...new Set(cases.map(({ system }) => system))].flatMap((system) =>
      readdirSync(join(PRESETS, system, "sample")).map((file) => `${system}/${file}`),
    );
    expect(cases.map(({ name }) => name).toSorted()).toEqual(samples.toSorted());
  });

  test.each(cases)("$name", async ({ path, system, expected }) => {
    const loaded = await workspace.loadFacts(path, { ...expected.settings });
    expect(loaded.error).toBeUndefined();
    expect(loaded).toMatchObject({
      status: "committed",
      preset: system,
      rows_read: expected.rows.read,
      rows_loaded: expected.rows.loaded,
      rows_quarantined: expected.rows.quarantined,
      rows_skipped: expected.rows.skipped,
    });
    const agreed = Object.entries(loaded.totals_checked).map(([title, { equal }]) => [title, equal]);
    expect(Object.fromEntries(agreed)).toEqual(expected.totals ?? {});
    const loadNo = Number(loaded.load_id?.split("-").at(-1));
    for (const fact of FACT_IDS) {
      const rows = await workspace.workspace.engine.query<Record<string, unknown>>(
        `SELECT * FROM ${fact} WHERE load_no = ${loadNo} ORDER BY raw_row, external_id`,
      );
      const wanted = expected.facts[fact] ?? [];
      expect({ [fact]: rows.map((row, at) => pick(row, Object.keys(wanted[at] ?? { external_id: "" }))) }).toEqual({
        [fact]: wanted,
      });
    }
    expect(Object.keys(expected.facts).filter((fact) => !isFactId(fact))).toEqual([]);
  });

  test("no address, name or phone number of a sample is in facts or stored rows", async () => {
    const { engine } = workspace.workspace;
    const [row] = await engine.query<{ n: string }>(
      "SELECT count() AS n FROM raw_row WHERE arrayExists(cell -> match(cell, '(?i)(ana\\\\.diaz|bo\\\\.lin|cy\\\\.ng)@|^(Ana|Diaz|Díaz)$'), cells)",
    );
    expect(Number(row?.n)).toBe(0);
    const people = await engine.query<{ email_hash: string }>("SELECT email_hash FROM person WHERE email_hash != ''");
    expect(people.length).toBeGreaterThan(0);
    expect(people.filter(({ email_hash }) => !/^[0-9a-f]{64}$/.test(email_hash))).toEqual([]);
  });
});

/** Numbers as the engine writes them, without trailing zeros. */
function pick(row: Readonly<Record<string, unknown>>, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column];
      return [column, typeof value === "number" ? String(value) : value];
    }),
  );
}
