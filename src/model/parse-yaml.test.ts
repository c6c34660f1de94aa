import { expect, test } from "vitest";
import { z } from "zod";
import { parseYaml } from "./parse-yaml.ts";

const named = z.strictObject({ name: z.string() });
const open = z.object({ name: z.string() }).loose();

test("a file is read anew when its text has changed, and only then", () => {
  const first = parseYaml("name: a", named, "kpi", "a.yaml");
  expect(first).toEqual({ ok: true, value: { name: "a" } });
  expect(parseYaml("name: a", named, "kpi", "a.yaml")).toBe(first);
  expect(parseYaml("name: b", named, "kpi", "a.yaml")).toEqual({ ok: true, value: { name: "b" } });
  expect(parseYaml("name: a", named, "kpi", "a.yaml")).toEqual(first);
});

test("what one schema refuses another may take, and each file has its own problems", () => {
  const text = "name: a\nother: 1";
  const refused = (file: string) => {
    const read = parseYaml(text, named, "kpi", file);
    return read.ok ? [] : read.problems.map(({ code, place }) => [code, place.file, place.line]);
  };
  expect(refused("a.yaml")).toEqual([["kpi.invalid", "a.yaml", 2]]);
  expect(refused("b.yaml")).toEqual([["kpi.invalid", "b.yaml", 2]]);
  expect(parseYaml(text, open, "kpi", "a.yaml")).toEqual({ ok: true, value: { name: "a", other: 1 } });
});
