import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "../../../src/service/catalogue/load-catalogue.ts";
import { differences } from "../../support/compare-answer.ts";
import { type ExampleBench, openExampleBench } from "../../support/run-example.ts";

const { kpis } = loadCatalogue({ productDir: join(import.meta.dirname, "../../..") });

let bench: ExampleBench;
beforeAll(async () => {
  bench = await openExampleBench();
});
afterAll(() => bench.close());

describe.each([...kpis.values()].map(({ kpi }) => kpi))("$id", ({ id, example = [] }) => {
  test.each(example.map((one, index) => ({ ...one, title: one.note ?? `example ${index + 1}` })))(
    "$title",
    async (one) => {
      expect(differences(await bench.run(id, one, kpis), one)).toEqual([]);
    },
  );
});
