import { describe, expect, test } from "vitest";
import { checkFormula } from "./check-formula.ts";
import { LeadlineError } from "./leadline-error.ts";
import { parse } from "./parse.ts";
import { distributionOf, PURE, type Unit, unitOfBase } from "./unit.ts";
import { unitText } from "./unit-text.ts";

const UNITS: Readonly<Record<string, Unit>> = {
  won_amount: unitOfBase("money"),
  total_cost: unitOfBase("money"),
  won: unitOfBase("count"),
  lost: unitOfBase("count"),
  sessions: unitOfBase("count"),
  cycle_days: distributionOf(unitOfBase("days")),
  lifetime: distributionOf(unitOfBase("days")),
  lifetime_cap_months: unitOfBase("months"),
  discount_rate: PURE,
  gross_margin: PURE,
};

const unitOf = (name: string) => UNITS[name];

function unit(text: string): string {
  return unitText(checkFormula(parse(text, "formula"), unitOf, Object.keys(UNITS)), "en");
}

function failure(text: string): LeadlineError {
  try {
    unit(text);
  } catch (error) {
    if (error instanceof LeadlineError) return error;
    throw error;
  }
  throw new Error(`“${text}” was accepted`);
}

describe("checkFormula", () => {
  test.each([
    ["won / (won + lost)", "plain number"],
    ["1 - won / (won + lost)", "plain number"],
    ["(won_amount - total_cost) / total_cost", "plain number"],
    ["total_cost / won", "money per count"],
    ["total_cost / sessions * 1000", "money per count"],
    ["won * (won / (won + lost)) * (won_amount / won) / median(cycle_days)", "money per day"],
    ["median(cycle_days)", "days"],
    ["km_median(cycle_days)", "days"],
    ["quantile(cycle_days, 0.9)", "days"],
    ["km_mean_months(lifetime, lifetime_cap_months)", "months"],
    ["km_discounted_months(lifetime, 36, discount_rate)", "months"],
    ["won_amount / won * km_mean_months(lifetime, lifetime_cap_months)", "money per count"],
    ["won_amount / won * km_mean_months(lifetime, 60) * gross_margin / (total_cost / won)", "plain number"],
    ["total_cost / won / (won_amount / won * gross_margin)", "plain number"],
    ["share_of_total(won_amount)", "plain number"],
    ["won / previous(won) - 1", "plain number"],
    ["previous(previous(won_amount))", "money"],
    ["max(won_amount - total_cost, 0)", "money"],
    ["coalesce(total_cost, won_amount)", "money"],
    ["if(won > lost, won_amount, total_cost)", "money"],
    ["if(won_amount > 0, won, 0)", "count"],
    ["-abs(won_amount)", "money"],
    ["min(won, lost, sessions)", "count"],
  ])("%s is %s", (text, expected) => {
    expect(unit(text)).toBe(expected);
  });

  test.each([
    ["won_amount + won", "formula.unlike_units", 12],
    ["won + 1", "formula.unlike_units", 5],
    ["won_amount / won - total_cost", "formula.unlike_units", 18],
    ["if(won_amount > won, 1, 2)", "formula.unlike_units", 15],
    ["if(won > lost, won_amount, won)", "formula.unlike_units", 1],
    ["max(won_amount, won)", "formula.unlike_units", 1],
    ["coalesce(won_amount, 5)", "formula.unlike_units", 1],
    ["won_amont / won", "formula.unknown_name", 1],
    ["won / lots", "formula.unknown_name", 7],
    ["sum(won)", "formula.unknown_function", 1],
    ["median(won)", "formula.wrong_argument", 8],
    ["quantile(cycle_days, 90)", "formula.wrong_argument", 22],
    ["quantile(cycle_days, discount_rate)", "formula.wrong_argument", 22],
    ["km_mean_months(lifetime, won_amount)", "formula.wrong_argument", 26],
    ["km_discounted_months(lifetime, 36, lifetime_cap_months)", "formula.wrong_argument", 36],
    ["previous(cycle_days)", "formula.wrong_argument", 10],
    ["share_of_total(cycle_days)", "formula.wrong_argument", 16],
    ["if(won, 1, 2)", "formula.wrong_argument", 4],
    ["max(won)", "formula.wrong_number_of_arguments", 1],
    ["median(cycle_days, 2)", "formula.wrong_number_of_arguments", 1],
    ["median()", "formula.wrong_number_of_arguments", 1],
    ["won * cycle_days", "formula.wrong_argument", 7],
    ["cycle_days", "formula.not_a_number", 1],
    ["won > lost", "formula.not_a_number", 5],
    ["(won > lost) + 1", "formula.wrong_argument", 6],
    ["'won' / 2", "formula.no_text_here", 1],
  ])("%s is refused as %s at column %d", (text, code, column) => {
    const error = failure(text);
    expect([error.code, error.place.column]).toEqual([code, column]);
    expect(error.message).toMatch(/\.$/);
    expect(error.remedy).not.toBe("");
  });

  test("a misspelt name is answered with the nearest ones", () => {
    expect(failure("won_amont / won").remedy).toBe("Did you mean won_amount?");
    expect(failure("medain(cycle_days)").remedy).toBe("Did you mean median?");
  });

  test("unlike units are named in the sentence", () => {
    expect(failure("won_amount + won").message).toBe(
      "“won_amount” is money and “won” is a count: they cannot be added or subtracted.",
    );
  });
});
