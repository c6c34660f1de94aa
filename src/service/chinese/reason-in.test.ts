import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { REASON_TEXTS } from "../../ingest/load/reason-text.ts";
import { reasonIn } from "./reason-in.ts";
import { PRESET_REASONS } from "./texts/preset-reasons.ts";

const ROOT = join(import.meta.dirname, "../../..");

test.each(Object.entries(REASON_TEXTS))("%s is told in both languages, whichever it was written in", (en, zh) => {
  const filled = (text: string) => text.replace("{0}", "Spend, net").replace("{1}", "1990–2100");
  for (const stored of [filled(en), filled(zh)]) {
    expect(reasonIn(stored, "en")).toBe(filled(en));
    expect(reasonIn(stored, "zh")).toBe(filled(zh));
  }
});

test("every reason of a built-in preset has a Chinese text in texts/preset-reasons.ts", () => {
  interface Rules {
    readonly skip?: readonly { readonly reason: string }[];
    readonly reject?: readonly { readonly reason: string }[];
  }
  const files = globSync("presets/**/preset.yaml", { cwd: ROOT });
  expect(files.length).toBeGreaterThan(40);
  const said = files.flatMap((file) =>
    (parse(readFileSync(join(ROOT, file), "utf8"), { merge: true }).layouts as Rules[]).flatMap(
      ({ skip = [], reject = [] }) => [...skip, ...reject].map(({ reason }) => reason),
    ),
  );
  expect(said.filter((reason) => !(reason in PRESET_REASONS))).toEqual([]);
  for (const english of said) expect(reasonIn(reasonIn(english, "zh"), "en")).toBe(english);
});

test("the words of a team's own preset stay as they are", () => {
  expect(reasonIn("Nur Testzeile", "zh")).toBe("Nur Testzeile");
  expect(reasonIn("内部测试", "en")).toBe("内部测试");
});
