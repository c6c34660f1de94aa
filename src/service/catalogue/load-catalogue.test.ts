import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { loadCatalogue } from "./load-catalogue.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes files below a new folder. */
function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), "leadline-catalogue-"));
  folders.push(dir);
  mkdirSync(join(dir, "catalogue", "boards"), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

/** A KPI file; `formula` stands on line 2. */
function kpi(id: string, formula: string, more: Readonly<Record<string, unknown>> = {}): string {
  const text = { en: id, zh: id };
  const rest = {
    family: "own",
    name: text,
    definition: text,
    unit: "ratio",
    better: "higher",
    goal_class: "impact",
    race: "act",
    timing: "leading",
    decisions: { en: ["do"], zh: ["做"] },
    ...more,
  };
  return `id: ${id}\nformula: ${formula}\n${stringify(rest)}`;
}

const count = { unit: "count" };
const builtIn = {
  "catalogue/own/leads.yaml": kpi("leads", "lead_entries", count),
  "catalogue/own/rate.yaml": kpi("rate", "leads / sessions"),
};

function load(product: Readonly<Record<string, string>>, workspace: Readonly<Record<string, string>> = {}) {
  const own = Object.fromEntries(Object.entries(workspace).map(([path, text]) => [`kpis/${path}`, text]));
  const { kpis, boards, problems } = loadCatalogue({ productDir: folder(product), workspaceDir: folder(own) });
  const told = problems.map(({ code, place }) => ({ code, ...place }));
  return { kpis, boards, problems, told };
}

describe("what a workspace adds and overrides", () => {
  test("a workspace adds KPIs, in folders of its own choice, that name built-in ones", () => {
    const { kpis, told } = load(builtIn, { "deep/down/half.yaml": kpi("half", "rate / 2") });
    expect(told).toEqual([]);
    expect(kpis.get("half")).toMatchObject({ origin: "workspace", file: "kpis/deep/down/half.yaml" });
    expect(kpis.get("rate")).toMatchObject({ origin: "built-in", file: "catalogue/own/rate.yaml" });
  });

  test("an override keeps the id and carries a version of its own", () => {
    const { kpis, told } = load(builtIn, { "leads.yaml": kpi("leads", "mql_entries", { ...count, version: 2 }) });
    expect(told).toEqual([]);
    expect(kpis.get("leads")).toMatchObject({ origin: "workspace", kpi: { version: 2, formula: "mql_entries" } });
  });

  test("an override without a version of its own is refused, and the built-in definition stays", () => {
    const { kpis, told, problems } = load(builtIn, { "leads.yaml": kpi("leads", "mql_entries", count) });
    expect(told).toMatchObject([{ code: "kpi.version_taken", file: "kpis/leads.yaml" }]);
    expect(problems[0]?.remedy).toContain("version: 2");
    expect(kpis.get("leads")?.kpi.formula).toBe("lead_entries");
  });

  test("a broken override gives way to the built-in definition, and the problem says so", () => {
    const { kpis, problems } = load(builtIn, { "leads.yaml": kpi("leads", "mql_entris", { ...count, version: 2 }) });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain("The built-in definition stays in use.");
    expect(problems[0]?.remedy).toContain("Did you mean mql_entries");
    expect([...kpis.keys()]).toEqual(["leads", "rate"]);
    expect(kpis.get("leads")?.origin).toBe("built-in");
  });

  test("an override that makes a circle with built-in formulas gives way too", () => {
    const { kpis, told } = load(builtIn, { "leads.yaml": kpi("leads", "rate * sessions", { ...count, version: 2 }) });
    expect(told).toMatchObject([{ code: "kpi.circle", file: "kpis/leads.yaml" }]);
    expect([...kpis.keys()]).toEqual(["leads", "rate"]);
  });

  test("of two files with one id the first stands", () => {
    const { kpis, told } = load(builtIn, {
      "a.yaml": kpi("mine", "rate / 2"),
      "b.yaml": kpi("mine", "rate / 3"),
    });
    expect(told).toMatchObject([{ code: "kpi.twice", file: "kpis/b.yaml", line: 1 }]);
    expect(kpis.get("mine")?.kpi.formula).toBe("rate / 2");
  });
});

describe("what is wrong is told with its place", () => {
  test("an unknown name: file, line, column in the line, and the nearest name", () => {
    const { told, problems } = load(builtIn, { "x.yaml": kpi("x", "leads / sesions") });
    expect(told).toMatchObject([{ code: "formula.unknown_name", file: "kpis/x.yaml", line: 2, column: 18 }]);
    expect(problems[0]?.message).toContain("at column 9");
    expect(problems[0]?.remedy).toBe("Did you mean sessions?");
  });

  test("a quoted formula: the quote is not counted", () => {
    const { told } = load(builtIn, { "x.yaml": kpi("x", '"leads / sesions"') });
    expect(told).toMatchObject([{ line: 2, column: 19 }]);
  });

  test("a missing key: its file and path, and the other KPIs still work", () => {
    const { kpis, told } = load(builtIn, { "x.yaml": kpi("x", "rate", { decisions: { en: ["do"] } }) });
    expect(told).toMatchObject([{ code: "kpi.invalid", key: "decisions.zh", file: "kpis/x.yaml" }]);
    expect(kpis.size).toBe(2);
  });

  test("text that is no YAML", () => {
    const { told } = load(builtIn, { "x.yaml": "id: x\nname: { en: a" });
    expect(told[0]).toMatchObject({ code: "kpi.syntax", file: "kpis/x.yaml" });
  });

  test("a declared unit that the formula does not give", () => {
    const { told, problems } = load(builtIn, { "x.yaml": kpi("x", "won_amount / leads") });
    expect(told).toMatchObject([{ code: "kpi.unit_differs", key: "unit" }]);
    expect(problems[0]?.message).toBe("x is declared as ratio, but its formula gives money per count.");
    expect(problems[0]?.remedy).toContain("unit: money");
  });

  test("unlike units that are added", () => {
    const { told } = load(builtIn, { "x.yaml": kpi("x", "won_amount + leads", { unit: "money" }) });
    expect(told).toMatchObject([{ code: "formula.unlike_units", line: 2 }]);
  });

  test("an interval that does not belong to the unit", () => {
    const { told } = load(builtIn, { "x.yaml": kpi("x", "lead_entries", { unit: "count", interval: "wilson" }) });
    expect(told).toMatchObject([{ code: "kpi.interval_unfit", key: "interval" }]);
  });

  test("own measures: an unknown measure, an unknown column, one that is not used", () => {
    const own = (of: string, column: string) => ({ measures: { part: { of, where: { [column]: ["x"] } } } });
    const { told, problems } = load(builtIn, {
      "a.yaml": kpi("a", "part / sessions", own("sesions", "channel")),
      "b.yaml": kpi("b", "part / sessions", own("sessions", "chanel")),
      "c.yaml": kpi("c", "leads / sessions", own("sessions", "channel")),
      "d.yaml": kpi("d", "part / sessions", own("sessions", "channel")),
    });
    expect(told.map(({ code, file }) => [code, file])).toEqual([
      ["kpi.unknown_measure", "kpis/a.yaml"],
      ["kpi.unknown_column", "kpis/b.yaml"],
      ["kpi.measure_unused", "kpis/c.yaml"],
    ]);
    expect(problems.slice(0, 2).map(({ remedy }) => remedy)).toEqual([
      "Did you mean sessions?",
      "Did you mean channel?",
    ]);
  });

  test("a cohort against the order of the stages", () => {
    const { told } = load(builtIn, { "x.yaml": kpi("x", "leads / sessions", { cohort: { from: "sql", to: "mql" } }) });
    expect(told).toMatchObject([{ code: "kpi.cohort_order" }]);
  });
});

describe("KPIs that need refused ones", () => {
  test("are refused with that reason, also through several steps, and the rest works", () => {
    const { kpis, told, problems } = load(builtIn, {
      "a.yaml": kpi("a", "nothing_there"),
      "b.yaml": kpi("b", "a / 2"),
      "c.yaml": kpi("c", "b / 2"),
    });
    expect(told.map(({ code, file }) => [file, code])).toEqual([
      ["kpis/a.yaml", "formula.unknown_name"],
      ["kpis/b.yaml", "kpi.needs_refused"],
      ["kpis/c.yaml", "kpi.needs_refused"],
    ]);
    expect(problems[2]?.message).toBe("c needs b, which is refused (see kpis/b.yaml).");
    expect([...kpis.keys()]).toEqual(["leads", "rate"]);
  });

  test("a file that cannot be read is told to those that need it", () => {
    const { problems } = load(builtIn, { "a.yaml": "id: a\n", "b.yaml": kpi("b", "a / 2") });
    expect(problems.at(-1)?.message).toBe("b needs a, which is refused (see kpis/a.yaml).");
  });

  test("every member of a circle is refused once, naming the circle; whoever needs one of them too", () => {
    const { kpis, told, problems } = load(builtIn, {
      "a.yaml": kpi("a", "b / 2"),
      "b.yaml": kpi("b", "c / 2"),
      "c.yaml": kpi("c", "a / 2"),
      "d.yaml": kpi("d", "c + rate"),
      "e.yaml": kpi("e", "rate / 2"),
    });
    expect(told.map(({ code, file }) => [file, code])).toEqual(
      expect.arrayContaining([
        ["kpis/a.yaml", "kpi.circle"],
        ["kpis/b.yaml", "kpi.circle"],
        ["kpis/c.yaml", "kpi.circle"],
        ["kpis/d.yaml", "kpi.needs_refused"],
      ]),
    );
    expect(told).toHaveLength(4);
    expect(problems[0]?.message).toContain("a → b → c → a");
    expect([...kpis.keys()]).toEqual(["leads", "rate", "e"]);
  });

  test("a formula that names its own id means the measure of that name", () => {
    const { kpis, told } = load({ "catalogue/own/sessions.yaml": kpi("sessions", "sessions", count) });
    expect(told).toEqual([]);
    expect(kpis.has("sessions")).toBe(true);
  });
});

describe("the hash of a definition", () => {
  const hashOf = (text: string) => load({ "catalogue/own/x.yaml": text }).kpis.get("x")?.hash;

  test("changes with what the KPI means, and not with its layout, owner, thresholds or decisions", () => {
    const base = hashOf(kpi("x", "mql_entries / lead_entries"));
    expect(base).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(kpi("x", "mql_entries  /  lead_entries"))).toBe(base);
    expect(hashOf(kpi("x", "mql_entries / lead_entries", { owner: "sales", healthy: { from: 0.1 } }))).toBe(base);
    expect(hashOf(kpi("x", "sql_entries / lead_entries"))).not.toBe(base);
    expect(hashOf(kpi("x", "mql_entries / lead_entries", { definition: { en: "y", zh: "y" } }))).not.toBe(base);
    expect(hashOf(kpi("x", "mql_entries / lead_entries", { cohort: { from: "lead", to: "mql" } }))).not.toBe(base);
  });
});

describe("boards", () => {
  const board = stringify({
    id: "mine",
    name: { en: "Mine", zh: "我的" },
    groups: [{ name: { en: "All", zh: "全部" }, kpis: ["leads", "rat"] }],
  });

  test("a KPI that is not there is left out, with its place and the nearest id", () => {
    const { boards, told, problems } = load({ ...builtIn, "catalogue/boards/mine.yaml": board });
    expect(boards.get("mine")?.groups[0]?.kpis).toEqual(["leads"]);
    expect(told).toMatchObject([{ code: "board.unknown_kpi", file: "catalogue/boards/mine.yaml", line: 11 }]);
    expect(problems[0]?.remedy).toBe("Did you mean rate?");
  });

  test("a workspace's board of the same id stands before the product's", () => {
    const { boards } = loadCatalogue({
      productDir: folder({ ...builtIn, "catalogue/boards/mine.yaml": board.replace("rat", "rate") }),
      boards: {
        mine: { name: { en: "Ours", zh: "我们的" }, groups: [{ name: { en: "G", zh: "组" }, kpis: ["rate"] }] },
      },
    });
    expect(boards.get("mine")).toMatchObject({ id: "mine", name: { en: "Ours" }, groups: [{ kpis: ["rate"] }] });
  });
});
