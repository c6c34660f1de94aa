import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownKpi } from "../support/own-kpi.ts";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

let team: TestWorkspace;

beforeAll(async () => {
  team = await testWorkspace();
  writeFileSync(join(team.workspace.dir, "leadline.yaml"), "markets: { dach: [DE, AT] }\n");
  const kpis = { de: "DE", germany: "Germany", deutschland: "Deutschland", deu: "deu", zh: "德国", not: "!=Allemagne" };
  for (const [id, country] of Object.entries(kpis))
    writeFileSync(
      join(team.workspace.dir, "kpis", `leads_${id}.yaml`),
      ownKpi(`leads_${id}`, "lead_entries", { country: [country] }),
    );
  team.workspace.reload();
  const countries = ["Germany", "DE", "deu", "德国", " Deutschland ", "Österreich", "Allemagne", "EMEA", ""];
  const rows = countries.map(
    (country, at) => `Guide,NetLine,p${at}@acme.example,2026-01-${13 + at},Accepted,60,EUR,${country}`,
  );
  const file = join(team.workspace.dir, "leads.csv");
  writeFileSync(file, `Program,Vendor,Email,Delivery Date,Lead Status,CPL,Currency,Country\n${rows.join("\n")}\n`);
  expect(await team.load(file)).toMatchObject({ status: "committed", rows_loaded: 9 });
});

afterAll(() => team?.close());

test("a country is one row however it was written; what is no country stays", async () => {
  const answer = await team.ask({ kpis: ["leads", "marketing_cost"], period: "2026", by: ["country"] });
  expect(valuesBy(answer, "leads", "country")).toEqual({ DE: 6, AT: 1, EMEA: 1, "(not set)": 1 });
  expect(valuesBy(answer, "marketing_cost", "country")).toEqual({ DE: 360, AT: 60, EMEA: 60, "(not allocated)": 60 });
});

test("a market holds its countries however they were written, and a filter takes any of their names", async () => {
  const markets = await team.ask({ kpis: ["leads"], period: "2026", by: ["market"] });
  expect(valuesBy(markets, "leads", "market")).toEqual({ dach: 7, "(not set)": 2 });
  const named = await team.ask({ kpis: ["leads"], period: "2026", where: { country: ["Deutschland", "austria"] } });
  expect(named.rows.map(({ value }) => value)).toEqual([7]);
});

test("a KPI on a country counts the same people under whichever of its names the definition says it", async () => {
  const kpis = ["leads_de", "leads_germany", "leads_deutschland", "leads_deu", "leads_zh", "leads_not"];
  const answer = await team.ask({ kpis, period: "2026" });
  expect(answer.rows.map(({ kpi, value }) => [kpi, value])).toEqual([
    ...kpis.slice(0, 5).map((kpi) => [kpi, 6]),
    ["leads_not", 3],
  ]);
});
