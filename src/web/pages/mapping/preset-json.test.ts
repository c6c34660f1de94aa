import { expect, test } from "vitest";
import {
  assign,
  constant,
  fill,
  fillingOf,
  finished,
  freeId,
  missingOf,
  type PresetJson,
  targetOf,
  withWords,
  wordsOf,
} from "./preset-json.ts";

const at = { layout: 0, mapping: 0 };
const column = (
  title: string,
  field: string,
  type: "date" | "money" | "text" | "email" = "text",
  personal: "email" | null = null,
) => ({
  title,
  field,
  type,
  factor: 1,
  personal,
});
const columns = [
  column("Day", "day", "date"),
  column("Spend", "spend", "money"),
  column("Mail", "mail", "email", "email"),
  column("State", "state"),
];
const preset: PresetJson = {
  id: "partner",
  system: "partner",
  name: { en: "Partner", zh: "伙伴" },
  settings: { currency: { ask: { en: "Currency", zh: "币种" }, default: "EUR" } },
  layouts: [
    {
      id: "rows",
      columns: { day: ["Day"] },
      required: ["day"],
      facts: [{ fact: "cost", set: { date: "date([day])", currency: "setting('currency')" } }],
    },
  ],
};
const kindOf = (target: string) => (target === "amount" ? "money" : target === "date" ? "date" : "dim");
const setOf = (one: PresetJson) => one.layouts[0]?.facts[0]?.set;

test.each([
  ["date([day])", { kind: "column", field: "day", factor: 1 }],
  ["[day]", { kind: "column", field: "day", factor: 1 }],
  ["money(number([spend]) * 10000)", { kind: "column", field: "spend", factor: 10_000 }],
  ["money([spend]) * 1000", { kind: "column", field: "spend", factor: 1000 }],
  ["money(number([spend]) / 100)", { kind: "column", field: "spend", factor: 0.01 }],
  ["'Email'", { kind: "constant", value: "Email" }],
  ["setting('currency')", { kind: "setting", key: "currency" }],
  ['setting("currency")', { kind: "setting", key: "currency" }],
  ['lookup("status_words", [state])', { kind: "words", field: "state", lookup: "status_words" }],
  ["money([a]) + money([b])", { kind: "computed", expression: "money([a]) + money([b])" }],
])("%s is shown as what it is", (expression, filling) => {
  expect(fillingOf(expression)).toEqual(filling);
});

test("a column whose title names a unit fills figures in full, and text as it stands", () => {
  const inThousands = { ...column("Spend (k)", "spend", "money"), factor: 1000 };
  expect(setOf(assign(preset, at, inThousands, "amount", kindOf))?.amount).toBe("money(number([spend]) * 1000)");
  expect(setOf(assign(preset, at, inThousands, "memo", kindOf))?.memo).toBe("text([spend])");
  const asItIs = assign(preset, at, { ...inThousands, factor: 1 }, "amount", kindOf);
  expect(setOf(asItIs)?.amount).toBe("money([spend])");
});

test("a column of the file fills one column of the fact, read as that column's kind", () => {
  const spent = assign(preset, at, columns[1] as never, "amount", kindOf);
  expect(setOf(spent)).toMatchObject({ amount: "money([spend])" });
  expect(targetOf(spent, at, "spend")).toBe("amount");
  const moved = assign(spent, at, columns[1] as never, "memo", kindOf);
  expect(setOf(moved)).not.toHaveProperty("amount");
  expect(targetOf(assign(moved, at, columns[1] as never, null, kindOf), at, "spend")).toBeNull();
});

test("what filled a column before gives way", () => {
  const taken = assign(preset, at, columns[3] as never, "date", kindOf);
  expect(setOf(taken)).toMatchObject({ date: "date([state])" });
  expect(targetOf(taken, at, "day")).toBeNull();
});

test("what the fact needs and nothing fills is missing, until a constant fills it", () => {
  const needed = ["date", "category", "currency"];
  expect(missingOf(preset, at, needed)).toEqual(["category"]);
  expect(missingOf(fill(preset, at, "category", constant("media")), at, needed)).toEqual([]);
});

test("a constant never ends its own quotes", () => {
  expect(constant("it's \\ here")).toBe("'its  here'");
});

test("words of the file become words of a closed list, and plain text where nobody translates", () => {
  const said = assign(preset, at, columns[3] as never, "status", kindOf);
  const told = withWords(said, at, "status", "state", { "Closed Won": "won", Gone: "" });
  expect(setOf(told)).toMatchObject({ status: 'lookup("status_words", [state])' });
  expect(told.lookups).toEqual({ status_words: { map: { "Closed Won": "won" } } });
  expect(wordsOf(told, at, "status")).toEqual({ "Closed Won": "won" });
  expect(targetOf(told, at, "state")).toBe("status");
  expect(setOf(withWords(told, at, "status", "state", {}))).toMatchObject({ status: "text([state])" });
});

test("a new preset keeps the columns it reads, and personal ones so that they are kept apart", () => {
  const done = finished(
    assign(preset, at, columns[1] as never, "amount", kindOf),
    at,
    columns,
    ["date", "amount"],
    true,
  );
  expect(done.layouts[0]?.columns).toEqual({
    day: ["Day"],
    spend: ["Spend"],
    mail: { titles: ["Mail"], personal: "email" },
  });
  expect(done.layouts[0]?.required).toEqual(["day", "spend"]);
  expect(done).not.toHaveProperty("lookups");
  expect(finished(fill(preset, at, "currency", "'USD'"), at, columns, [], true)).not.toHaveProperty("settings");
});

test("an adjusted preset keeps by what it is recognised", () => {
  expect(finished(preset, at, columns, ["date"], false)).toEqual(preset);
});

test.each([
  ["Partner network", [], "partner_network"],
  ["Partner", ["partner", "partner_2"], "partner_3"],
  ["渠道", [], "my_source"],
  ["2026 list", [], "list"],
])("the id of “%s” beside %j is %s", (name, taken, id) => {
  expect(freeId(name, taken, "my_source")).toBe(id);
});
