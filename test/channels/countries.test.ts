import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

let team: TestWorkspace;

beforeAll(async () => {
  team = await testWorkspace();
  writeFileSync(join(team.workspace.dir, "leadline.yaml"), "markets: { dach: [DE, AT] }\n");
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
  expect(valuesBy(answer, "marketing_cost", "country")).toEqual({ DE: 360, AT: 60, EMEA: 60, "(not set)": 60 });
});

test("a market holds its countries however they were written, and a filter takes any of their names", async () => {
  const markets = await team.ask({ kpis: ["leads"], period: "2026", by: ["market"] });
  expect(valuesBy(markets, "leads", "market")).toEqual({ dach: 7, "(not set)": 2 });
  const named = await team.ask({ kpis: ["leads"], period: "2026", where: { country: ["Deutschland", "austria"] } });
  expect(named.rows.map(({ value }) => value)).toEqual([7]);
});
