import { describe, expect, test } from "vitest";
import { distributionOf, divideUnits, isPure, multiplyUnits, PURE, sameUnit, unitOfBase } from "./unit.ts";
import { unitText } from "./unit-text.ts";

const [money, count, days, months] = [
  unitOfBase("money"),
  unitOfBase("count"),
  unitOfBase("days"),
  unitOfBase("months"),
];

describe("units", () => {
  test("count over count is a plain number", () => {
    expect(isPure(divideUnits(count, count))).toBe(true);
  });

  test("money over count, times count, is money again", () => {
    expect(sameUnit(multiplyUnits(divideUnits(money, count), count), money)).toBe(true);
  });

  test("revenue per account times a lifetime in months stays money per count", () => {
    const arpa = divideUnits(money, count);
    expect(sameUnit(multiplyUnits(arpa, months), arpa)).toBe(true);
    expect(sameUnit(multiplyUnits(months, arpa), arpa)).toBe(true);
  });

  test("months without money stay months", () => {
    expect(sameUnit(multiplyUnits(months, PURE), months)).toBe(true);
    expect(unitText(divideUnits(count, months), "en")).toBe("count per month");
  });

  test.each([
    [PURE, "plain number", "纯数值"],
    [money, "money", "金额"],
    [divideUnits(money, count), "money per count", "每个的金额"],
    [divideUnits(money, days), "money per day", "每天的金额"],
    [divideUnits(PURE, days), "number per day", "每天的数值"],
    [multiplyUnits(days, days), "days²", "天数²"],
    [distributionOf(days), "distribution of days", "天数的分布"],
    [{ kind: "boolean" } as const, "yes or no", "是或否"],
  ])("%j reads “%s” and “%s”", (unit, en, zh) => {
    expect(unitText(unit, "en")).toBe(en);
    expect(unitText(unit, "zh")).toBe(zh);
  });
});
