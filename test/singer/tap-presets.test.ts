import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FACT_IDS, isFactId } from "../../src/model/facts.ts";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const PRESETS = join(import.meta.dirname, "../../presets/singer");

/** `expected/<sample>.json`: what a tap's messages must give, written by hand. Columns that are not named may hold anything. */
interface Expected {
  readonly sample: string;
  /** Where one has to be named. */
  readonly preset?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Streams and what becomes of their records. */
  readonly streams: Readonly<Record<string, { readonly records: number; readonly quarantined?: number }>>;
  /** Facts that stand, oldest first. */
  readonly facts: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Questions and their answers in total. */
  readonly kpis: readonly { readonly period: string; readonly values: Readonly<Record<string, number | null>> }[];
}

const cases = readdirSync(PRESETS).flatMap((name) =>
  readdirSync(join(PRESETS, name, "expected")).map((file) => {
    const expected: Expected = JSON.parse(readFileSync(join(PRESETS, name, "expected", file), "utf8"));
    return { name: `${name}/${expected.sample}`, folder: join(PRESETS, name), id: `singer_${name}`, expected };
  }),
);

/** Each sample has a month and addresses of its own, so that all can stand in one workspace. */
describe("the sample of every preset for a tap", () => {
  let taps: TapWorkspace;
  beforeAll(async () => {
    taps = await tapWorkspace({ revenue_basis: "billed" });
  });
  afterAll(() => taps.team.close());
  const receive = ({ folder, name, expected }: (typeof cases)[number]) =>
    taps.receive(readFileSync(join(folder, "sample", expected.sample), "utf8"), {
      connection: name,
      ...(expected.preset !== undefined && { preset: expected.preset }),
      settings: { ...expected.settings },
    });
  const standing = async ({ name, expected }: (typeof cases)[number]) => {
    const { visible } = await taps.team.workspace.inventory();
    const found: Record<string, unknown[]> = {};
    for (const fact of FACT_IDS) {
      const loads = visible.filter((part) => part.fact === fact).map(({ loadNo }) => loadNo);
      if (loads.length === 0) continue;
      const rows = await taps.team.workspace.engine.query<Record<string, unknown>>(
        `SELECT * FROM ${fact} WHERE load_no IN (${loads.join(", ")}) AND connection = '${name}' ORDER BY load_no, raw_row, external_id`,
      );
      const wanted = expected.facts[fact] ?? [];
      if (rows.length > 0)
        found[fact] = rows.map((row, at) => pick(row, Object.keys(wanted[at] ?? { external_id: "" })));
    }
    return found;
  };
  const answers = ({ expected }: (typeof cases)[number]) =>
    Promise.all(
      expected.kpis.map(async ({ period, values }) => {
        const { total } = await taps.team.ask({ kpis: Object.keys(values), period });
        return {
          period,
          values: Object.fromEntries(total.map(({ kpi, value }) => [kpi, value && Number(value.toFixed(6))])),
        };
      }),
    );

  it.each(cases)("$name gives the facts and the answers written down for it", async (sample) => {
    const { expected, id } = sample;
    const { outcome, error, states } = await receive(sample);
    expect(error).toBeNull();
    expect(states.length).toBeGreaterThan(0);
    const wanted = Object.entries(expected.streams).map(([stream, { records, quarantined = 0 }]) => [
      ...[stream, records, id, quarantined],
    ]);
    expect(
      outcome?.streams.map(({ stream, records, preset, rows_quarantined }) => [
        ...[stream, records, preset, rows_quarantined],
      ]),
    ).toEqual(wanted);
    expect(Object.keys(expected.facts).filter((fact) => !isFactId(fact))).toEqual([]);
    expect(await standing(sample)).toEqual(expected.facts);
    expect(await answers(sample)).toEqual(expected.kpis);
  });

  it("changes no answer when it comes again: figures without a key, people, mailings", async () => {
    const again = cases.filter(({ name }) => /^(microsoft_ads|marketo|mailchimp)\//.test(name));
    for (const sample of again) expect((await receive(sample)).error).toBeNull();
    expect(await Promise.all(again.map(answers))).toEqual(again.map(({ expected }) => expected.kpis));
  });

  it("leaves no address in stored rows", async () => {
    const rows = await taps.team.workspace.engine.query<{ cell: string }>(
      "SELECT arrayJoin(cells) AS cell FROM raw_row WHERE match(cell, '(?i)(ana|bo|cy|dee|eve)[.a-z]*@')",
    );
    expect(rows).toEqual([]);
  });
});

it("every preset for a tap has a sample", () => {
  expect([...new Set(cases.map(({ id }) => id))].toSorted()).toEqual(
    readdirSync(PRESETS)
      .map((name) => `singer_${name}`)
      .toSorted(),
  );
});

/** Numbers as texts. */
function pick(row: Readonly<Record<string, unknown>>, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column) => [column, typeof row[column] === "number" ? String(row[column]) : row[column]]),
  );
}
