import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checked, openRowEngine, plainContext, type RowEngine } from "../../../test/support/row-expressions.ts";
import { print } from "../../language/print.ts";
import type { RowContext } from "./row-context.ts";
import { toSql } from "./to-sql.ts";

let engine: RowEngine;
beforeAll(async () => {
  engine = await openRowEngine();
});
afterAll(() => engine.close());

const ATTACKS = [
  "'",
  "\\",
  "\\'",
  "\\\\'",
  "''",
  "'); DROP TABLE secrets; --",
  "\\'); DROP TABLE secrets; --",
  "' OR 1=1 --",
  "{x:String}",
  "$" + "{x}",
  "`",
  '"',
  "a\0b",
  "a\nb",
  "/* */",
  "--",
  "\u2028",
  "名'前",
  "%",
  "$$x$$",
];

/** Texts that a person could have put into a file or a preset; a lone surrogate has no bytes to be stored as. */
const anyText = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("'", "\\", "`", '"', "\0", "a", ";", "-", "\n", "{", "}"), { maxLength: 12 })
    .map((all) => all.join("")),
);

const quoted = (text: string) => print({ kind: "text", value: text, at: 0 });

async function values(sqls: readonly string[]): Promise<(string | null)[]> {
  const [row] = await engine.query(`SELECT [${sqls.join(", ")}] AS texts`);
  return row?.texts as (string | null)[];
}

function sql(expression: string, context: Partial<RowContext> = {}): string {
  const whole = { ...plainContext, column: () => null, ...context };
  return toSql(checked(expression, whole), whole).value;
}

describe("what comes from files and presets", () => {
  test("comes back unchanged as text, lookup, setting, title and file name", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          anyText.filter((text) => text.trim() === text),
          { minLength: 1, maxLength: 8 },
        ),
        async (texts) => {
          const found = await values(
            texts.flatMap((text) => [
              sql(quoted(text)),
              sql("lookup('m', 'k')", { lookups: { m: { kind: "map", map: { k: text } } } }),
              sql("lookup('m', setting('s'))", {
                settings: { s: text },
                lookups: { m: { kind: "map", map: { [text]: "found" } } },
              }),
              sql("setting('s')", { settings: { s: text } }),
              sql("header('c')", { captured: { "header.c": text } }),
              sql("file_name()", { fileName: text }),
            ]),
          );
          expect(found).toEqual(texts.flatMap((text) => [text, text, "found", text, text, text]));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("stays a text inside functions that take it apart", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          anyText.filter((text) => text !== ""),
          { minLength: 1, maxLength: 8 },
        ),
        async (texts) => {
          const found = await values(
            texts.flatMap((text) => {
              const q = quoted(text);
              return [
                sql(`replace(concat('<', ${q}, '>'), ${q}, 'x')`),
                sql(`replace('<x>', 'x', ${q})`),
                sql(`split_part(concat('1', ${q}, '2'), ${q}, 1)`),
                `toString(${sql(`and(contains(${q}, ${q}), starts_with(${q}, ${q}), ends_with(${q}, ${q}))`)})`,
              ];
            }),
          );
          const expected = texts.flatMap((text) => [
            `<${text}>`.split(text).join("x"),
            `<${text}>`,
            `1${text}2`.split(text)[0] ?? "",
            "1",
          ]);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("in names of a lookup's table and columns is quoted as a name", async () => {
    const name = "odd`name\\'; DROP TABLE x";
    const sqlName = "`odd\\`name\\\\'; DROP TABLE x`";
    await engine.command(`CREATE TABLE ${sqlName} (${sqlName} String, v String) ENGINE = Memory`);
    await engine.command(`INSERT INTO ${sqlName} VALUES ('a', 'found')`);
    const lookups = { t: { kind: "table", table: name, key: name, columns: { title: "v" } } } as const;
    expect(await values([sql("lookup('t', 'a', 'title')", { lookups })])).toEqual(["found"]);
  });

  test("in zones and words for nothing is escaped too", async () => {
    const context = { nullTokens: ["it's"], column: (field: string) => field };
    expect(await engine.run("text([x])", [{ x: "it's" }], { nullTokens: context.nullTokens })).toEqual([
      { value: "", invalid: false },
    ]);
    await expect(
      engine.run("datetime([x])", [{ x: "2026-09-01 10:00" }], { fileZone: "UTC') OR ('1" }),
    ).rejects.toThrow(/time ?zone/i);
  });
});

/** Blank, a word for nothing, or a hidden figure: the only cells that may be passed over in silence. */
const NOTHING = /^[\s\u200B]*$|^(?:-|--|—|–|#?N\/A|n\/a)$|^[<>].*\d/;

describe("the compiled SQL", () => {
  const readers = [
    "text",
    "number",
    "integer",
    "percent",
    "money",
    "date",
    "datetime",
    "flag",
    "email_domain",
    "is_masked",
  ];
  const cellish = fc.oneof(
    anyText,
    fc
      .array(
        fc.constantFrom(
          "0",
          "1",
          "9",
          "12",
          "2026",
          "-",
          "/",
          ".",
          ",",
          ":",
          " ",
          "%",
          "$",
          "(",
          ")",
          "E",
          "+",
          "T",
          "Z",
          "月",
          "Sep",
          "PM",
          "日",
        ),
        {
          maxLength: 14,
        },
      )
      .map((all) => all.join("")),
  );

  test("never fails on a cell, and a filled cell without value is reported", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cellish, { minLength: 20, maxLength: 60 }),
        fc.constantFrom("point" as const, "comma" as const),
        fc.constantFrom("dmy" as const, "mdy" as const, "iso" as const),
        async (cells, decimal, dateOrder) => {
          const context = { decimal, dateOrder, fileZone: "Asia/Shanghai", workspaceZone: "America/New_York" };
          const rows = cells.map((x) => ({ x }));
          for (const reader of readers) {
            const results = await engine.run(`${reader}([x])`, rows, context);
            expect(results).toHaveLength(cells.length);
            for (const [i, { value, invalid }] of results.entries()) {
              if (invalid) expect(value).toBeNull();
              else if (value === null) expect(cells[i]?.normalize("NFKC").trim()).toMatch(NOTHING);
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test("never fails on bytes that are no text", async () => {
    for (const reader of readers) {
      const context = { ...plainContext, column: () => "CAST(materialize(unhex('32FF36C328')), 'Nullable(String)')" };
      const { value, invalid } = toSql(checked(`${reader}([x])`, context), context);
      const rows = await engine.query(`SELECT hex(toString(${value})) AS value, ${invalid} AS invalid`);
      expect(rows, reader).toHaveLength(1);
    }
  });
});
