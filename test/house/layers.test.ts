import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { expect, test } from "vitest";
// @ts-expect-error the configuration is plain JavaScript without types
import config from "../../.dependency-cruiser.mjs";

const root = join(import.meta.dirname, "../..");

test("the layer check sees every source file and finds imports only downwards", async () => {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const { output } = await cruise([join(root, "src")], {
    ...config.options,
    baseDir: root,
    tsConfig: { fileName: join(root, "tsconfig.json") },
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  } as Parameters<typeof cruise>[1]);
  const result = output as ICruiseResult;
  const seen = result.modules.filter(({ source }) => source.startsWith("src/") && /\.tsx?$/.test(source));
  expect(seen.length).toBe(sources.length);
  expect(sources.length).toBeGreaterThan(200);
  expect(result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});
