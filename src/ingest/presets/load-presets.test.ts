import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPresets, readPreset } from "./load-presets.ts";

const ROOT = join(import.meta.dirname, "../../..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leadline-presets-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = `id: mine
system: mine
version: 1
name: { en: Mine, zh: 我的 }
evidence: D
export_guide: { en: by hand, zh: 手工 }
settings:
  currency: { ask: { en: Currency, zh: 币种 } }
layouts:
  - id: rows
    columns:
      date: [Date]
      amount: [Amount]
    required: [date, amount]
    facts:
      - fact: cost
        set:
          date: date([date])
          amount: money([amount])
          currency: setting('currency')
          category: "'media'"
`;

function workspace(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    const full = join(root, "presets", path);
    mkdirSync(join(full, ".."), { recursive: true });
    writeFileSync(full, text);
  }
  return root;
}

describe("presets", () => {
  test("all of the product's are without fault", () => {
    const { presets, problems } = loadPresets(ROOT);
    expect(problems).toEqual([]);
    expect(presets.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "google_ads",
        "ga4",
        "linkedin",
        "meta",
        "microsoft_ads",
        "baidu",
        "hubspot",
        "salesforce",
        "stripe",
        "quickbooks",
        "cost_sheet",
        "fx_rates",
      ]),
    );
  });

  test("a workspace's stand in folders or as single files, and replace the product's of the same id", () => {
    const product = workspace("product", { "mine/preset.yaml": GOOD });
    const own = workspace("own", {
      "mine.yaml": GOOD.replace("version: 1", "version: 2"),
      "other/preset.yaml": GOOD.replace("id: mine", "id: other"),
    });
    const { presets, loaded, problems } = loadPresets(product, own);
    expect(problems).toEqual([]);
    expect(presets.map(({ id, version }) => [id, version])).toEqual([
      ["mine", 2],
      ["other", 1],
    ]);
    expect(loaded[0]?.folder).toBe(join(own, "presets"));
  });

  test("a wrong file is told with its line, and the others work", () => {
    const root = workspace("wrong", {
      "good.yaml": GOOD,
      "bad.yaml": GOOD.replace("id: mine", "id: bad").replace("evidence: D", "evidence: Z"),
    });
    const { presets, problems } = loadPresets(root);
    expect(presets.map(({ id }) => id)).toEqual(["mine"]);
    expect(problems.map(({ code, place }) => [code, place.line, place.key])).toEqual([
      ["preset.invalid", 5, "evidence"],
    ]);
  });

  test("one id in two files of a workspace is told", () => {
    const { problems } = loadPresets(workspace("twice", { "a.yaml": GOOD, "b.yaml": GOOD }));
    expect(problems.map(({ code }) => code)).toEqual(["preset.twice"]);
  });

  test("a workspace without presets is none", () => {
    expect(loadPresets(join(folder, "nowhere"))).toEqual({ presets: [], loaded: [], problems: [] });
  });

  test.each<[string, (text: string) => string, string, number, RegExp]>([
    ["a YAML fault", (text) => text.replace("layouts:", "layouts: ["), "preset.syntax", 10, /./],
    [
      "an unknown key",
      (text) => text.replace("evidence: D", "evidence: D\ncolour: red"),
      "preset.invalid",
      6,
      /colour/,
    ],
    ["an unknown fact", (text) => text.replace("fact: cost", "fact: costs"), "preset.unknown_fact", 16, /costs/],
    [
      "an unknown column of a fact",
      (text) => text.replace("category:", "kategory:"),
      "preset.unknown_column",
      21,
      /kategory/,
    ],
    [
      "a fact without a column it needs",
      (text) => text.replace(/ {10}category.*\n/, ""),
      "preset.missing_column",
      17,
      /category/,
    ],
    [
      "an unknown field in an expression",
      (text) => text.replace("money([amount])", "money([amont])"),
      "expression.unknown_column",
      19,
      /amont/,
    ],
    [
      "an unknown function",
      (text) => text.replace("money([amount])", "cash([amount])"),
      "expression.unknown_function",
      19,
      /cash/,
    ],
    [
      "an unknown setting",
      (text) => text.replace("setting('currency')", "setting('curency')"),
      "expression.unknown_setting",
      20,
      /curency/,
    ],
    [
      "an unknown required field",
      (text) => text.replace("[date, amount]", "[date, total]"),
      "preset.unknown_field",
      14,
      /total/,
    ],
    [
      "a pattern that is no regular expression",
      (text) => text.replace("date: [Date]", 'date: { pattern: "(" }'),
      "preset.bad_pattern",
      12,
      /pattern/,
    ],
    [
      "a field without titles",
      (text) => text.replace("date: [Date]", "date: { titles: [] }"),
      "preset.untitled",
      12,
      /date/,
    ],
  ])("%s has its line and a remedy", (_, spoil, code, line, sentence) => {
    const path = join(folder, "spoilt.yaml");
    writeFileSync(path, spoil(GOOD));
    const read = readPreset(path);
    const [problem] = read.ok ? [] : read.problems;
    expect(problem).toMatchObject({ code, message: expect.stringMatching(sentence), place: { file: path, line } });
    expect(problem?.remedy).not.toBe("");
  });

  test("a preset that is not there is told", () => {
    expect(readPreset(join(folder, "none.yaml"))).toMatchObject({
      ok: false,
      problems: [{ code: "preset.unreadable" }],
    });
  });
});
