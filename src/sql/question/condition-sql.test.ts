import { expect, test } from "vitest";
import type { TableId } from "../../model/facts.ts";
import type { Where } from "../../model/measures.ts";
import { conditionSql } from "./condition-sql.ts";
import { sqlParameters } from "./sql-parameters.ts";

const written = (table: TableId, where: Where) => {
  const parameters = sqlParameters();
  const sql = conditionSql(table, where, parameters).join(" AND ");
  return { sql, values: parameters.valuesOf(sql) };
};

test("values of the field stand in place, values that teams write are parameters", () => {
  expect(written("funnel_entry", { stage: ["lead", "mql"] })).toEqual({ sql: "stage IN ('lead', 'mql')", values: {} });
  expect(written("funnel_entry", { channel: ["Paid Social"] })).toEqual({
    sql: "channel = {channel:String}",
    values: { channel: "Paid Social" },
  });
});

test("nothing written in a definition reaches the statement as SQL", () => {
  const { sql, values } = written("web_session", { channel: ["x' OR 1=1 --"], "attributes.a'b": ["!=c'd"] });
  expect(sql).toBe("channel = {channel:String} AND attributes[{attribute:String}] != {attributes_a_b:String}");
  expect(Object.values(values)).toEqual(["x' OR 1=1 --", "a'b", "c'd"]);
  expect(() => written("web_session", { page_views: ["1; DROP"] })).toThrow("is no number");
});

test("comparisons hold together, beside values any of which will do", () => {
  expect(written("web_session", { page_views: [">=2", "<10"] }).sql).toBe("page_views >= 2 AND page_views < 10");
  expect(written("web_session", { page_views: [1, ">10"] }).sql).toBe("(page_views = 1 OR (page_views > 10))");
});

test("a bare != asks that the column is set", () => {
  expect(written("web_session", { keyword: ["!="], page_views: ["!="] }).sql).toBe(
    "keyword != '' AND page_views IS NOT NULL",
  );
});
