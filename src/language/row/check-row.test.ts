import { describe, expect, test } from "vitest";
import { LeadlineError } from "../leadline-error.ts";
import { parse } from "../parse.ts";
import { checkRow } from "./check-row.ts";
import type { RowScope } from "./row-function.ts";
import { ROW_FUNCTIONS } from "./row-functions.ts";

const scope: RowScope = {
  columns: new Set(["cost", "clicks", "day", "started", "campaign", "stage", "email"]),
  settings: new Set(["currency", "account"]),
  lookups: new Map<string, "map" | readonly string[] | null>([
    ["stages", "map"],
    ["sellers", ["seller_id", "state"]],
    ["later", null],
  ]),
};

const typeOf = (text: string) => checkRow(parse(text, "row"), scope).type;

function failure(text: string): LeadlineError {
  try {
    typeOf(text);
  } catch (error) {
    if (error instanceof LeadlineError) return error;
    throw error;
  }
  throw new Error(`“${text}” was accepted`);
}

describe("checkRow", () => {
  test.each([
    ["[campaign]", "text"],
    ["text([campaign])", "text"],
    ["number([cost])", "number"],
    ["integer([clicks])", "integer"],
    ["percent([cost])", "number"],
    ["money([cost])", "money"],
    ["date([day])", "date"],
    ["datetime([started])", "datetime"],
    ["date(datetime([started]))", "date"],
    ["flag([stage])", "boolean"],
    ["5", "integer"],
    ["2.5", "number"],
    ["1234567890123456789", "number"],
    ["null", "null"],
    ["true", "boolean"],
    ["-money([cost])", "money"],
    ["integer([clicks]) + 1", "integer"],
    ["integer([clicks]) + 1.5", "number"],
    ["integer([clicks]) / 2", "number"],
    ["money([cost]) + money([cost])", "money"],
    ["money([cost]) / 1000000", "money"],
    ["1.2 * money([cost])", "money"],
    ["money([cost]) / money([cost])", "number"],
    ["abs(money([cost]))", "money"],
    ["[stage] = 'x'", "boolean"],
    ["money([cost]) > 0", "boolean"],
    ["date([day]) >= period_from()", "boolean"],
    ["date([day]) = null", "boolean"],
    ["when([stage] = 'x', money([cost]), null)", "money"],
    ["if([stage] = 'x', 1, 2.5)", "number"],
    ["when([stage] = 'a', 'A', [stage] = 'b', 'B')", "text"],
    ["coalesce(null, date([day]))", "date"],
    ["and([stage] = 'x', not(is_empty([cost])))", "boolean"],
    ["lookup('stages', lower([stage]))", "text"],
    ["lookup('sellers', [email], 'state')", "text"],
    ["lookup('later', [email], 'anything')", "text"],
    ["setting('currency')", "text"],
    ["header('currency')", "text"],
    ["concat([campaign], ' ', integer([clicks]), date([day]))", "text"],
    ["extract([campaign], '^(\\w+)_(\\d+)', 2)", "text"],
    ["split_part([campaign], '_', -1)", "text"],
    ["add_days(period_from(), integer([clicks]))", "date"],
    ["days_between(date([day]), period_to())", "integer"],
    ["file_name()", "text"],
  ])("%s is of type %s", (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  test.each([
    ["[costs]", "expression.unknown_column", 1],
    ["number([costs])", "expression.unknown_column", 8],
    ["cost", "expression.unknown_name", 1],
    ["sum([cost])", "expression.unknown_function", 1],
    ["text([cost], 2)", "expression.wrong_number_of_arguments", 1],
    ["not()", "expression.wrong_number_of_arguments", 1],
    ["[cost] + 1", "expression.wrong_type", 8],
    ["money([cost]) + 1", "expression.wrong_type", 15],
    ["money([cost]) * money([cost])", "expression.wrong_type", 15],
    ["1 / money([cost])", "expression.wrong_type", 3],
    ["date([day]) + 1", "expression.wrong_type", 13],
    ["null + 1", "expression.wrong_type", 6],
    ["-[cost]", "expression.wrong_type", 2],
    ["[cost] > 5", "expression.wrong_type", 8],
    ["[cost] = 5", "expression.wrong_type", 8],
    ["[cost] > 'a'", "expression.wrong_type", 8],
    ["date([day]) = '2026-01-01'", "expression.wrong_type", 13],
    ["when([stage], 1, 2)", "expression.wrong_type", 6],
    ["when(true, 1, 'a')", "expression.wrong_type", 15],
    ["coalesce(date([day]), datetime([started]))", "expression.wrong_type", 23],
    ["lower(integer([clicks]))", "expression.wrong_type", 7],
    ["add_days([day], 1)", "expression.wrong_type", 10],
    ["add_days(date([day]), 1.5)", "expression.wrong_type", 23],
    ["money(date([day]))", "expression.wrong_type", 7],
    ["matches([stage], [campaign])", "expression.not_constant", 18],
    ["split_part([stage], '_', integer([clicks]))", "expression.not_constant", 26],
    ["matches([stage], '(')", "expression.bad_pattern", 18],
    ["matches([stage], '(?=x)')", "expression.bad_pattern", 18],
    ["matches([stage], '(a)\\1')", "expression.bad_pattern", 18],
    ["extract([stage], '(a)', 2)", "expression.bad_pattern", 25],
    ["replace([stage], '', 'x')", "expression.bad_pattern", 18],
    ["split_part([stage], '_', 0)", "expression.bad_pattern", 26],
    ["setting('curency')", "expression.unknown_setting", 9],
    ["lookup('stage', [stage])", "expression.unknown_lookup", 8],
    ["lookup('stages', [stage], 'x')", "expression.wrong_number_of_arguments", 27],
    ["lookup('sellers', [email])", "expression.wrong_number_of_arguments", 19],
    ["lookup('sellers', [email], 'city')", "expression.unknown_lookup_column", 28],
    ["12345678901234567890123456789", "expression.number_too_large", 1],
  ])("%s is refused as %s at column %d", (text, code, column) => {
    const error = failure(text);
    expect([error.code, error.place.column]).toEqual([code, column]);
    expect(error.message).toMatch(/\.$/);
    expect(error.remedy).not.toBe("");
  });

  test("a misspelt field, setting or function is answered with the nearest one", () => {
    expect(failure("[costs]").remedy).toBe("Did you mean cost?");
    expect(failure("setting('curency')").remedy).toBe("Did you mean currency?");
    expect(failure("mony([cost])").remedy).toBe("Did you mean money?");
    expect(failure("cost").remedy).toBe("Write [cost] for the field.");
    expect(failure("number(1) + [cost] * 2").message).toBe("A text * a whole number has no meaning.");
    expect(failure("-[cost]").remedy).toBe("Say how to read it, such as number([cost]).");
  });

  test("names of the language's own objects are not functions, settings or lookups", () => {
    expect(failure("constructor([cost])").code).toBe("expression.unknown_function");
    expect(failure("toString").code).toBe("expression.unknown_name");
    expect(failure("setting('constructor')").code).toBe("expression.unknown_setting");
  });

  test("every function says in both languages what it does", () => {
    for (const [id, fn] of Object.entries(ROW_FUNCTIONS)) {
      expect(fn.signature.startsWith(id === "if" ? "if(" : `${id}(`), id).toBe(true);
      expect(fn.summary.en, id).toMatch(/\.$/);
      expect(fn.summary.zh, id).toMatch(/[\u4E00-\u9FFF].*。$/);
    }
  });
});
